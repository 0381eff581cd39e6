/** Nodes of a subtree, which are elements and runs of text. Beyond these, each child of its root is read in part. */
const MAX_NODES = 50_000;
/** Children of one name, and nodes inside a child, that are read whatever came before. */
export const ALWAYS_READ = 20;

/** How much of a subtree has been read. */
export interface NodeBudget {
  /** nodes so far */
  nodes: number;
  /** nodes of the child that is open */
  inChild: number;
  /** children of the root by key */
  readonly children: Map<string, number>;
}

export function nodeBudget(): NodeBudget {
  return { nodes: 0, inChild: 0, children: new Map() };
}

/** To be called where a subtree begins. */
export function resetBudget(budget: NodeBudget): void {
  budget.nodes = 0;
  budget.children.clear();
}

/** Counts a child of the root; false if there is no room for it. */
export function spendChild(budget: NodeBudget, key: string): boolean {
  const others = budget.children.get(key) ?? 0;
  if (budget.nodes >= MAX_NODES && others >= ALWAYS_READ) return false;
  budget.children.set(key, others + 1);
  budget.inChild = 0;
  budget.nodes += 1;
  return true;
}

/** Counts any other node; false if there is no room for it. @param direct whether it stands directly in the root */
export function spendNode(budget: NodeBudget, direct: boolean): boolean {
  if (budget.nodes >= MAX_NODES && (direct || budget.inChild >= ALWAYS_READ)) return false;
  budget.inChild += 1;
  budget.nodes += 1;
  return true;
}
