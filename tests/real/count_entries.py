"""Prints one JSON line for each feed of a folder: its file name and the number of entries that feedparser reads."""

import json
import os
import sys

import feedparser

folder = sys.argv[1]
for name in sorted(os.listdir(folder)):
    if name.endswith('.tsv'):
        continue
    with open(os.path.join(folder, name), 'rb') as file:
        parsed = feedparser.parse(file.read())
    print(json.dumps({'file': name, 'entries': len(parsed.entries)}))
