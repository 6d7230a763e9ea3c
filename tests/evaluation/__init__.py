"""How right the analysis is: its scores on gold articles, beside those of plain baselines.

python -m tests.evaluation [--gold DIR] [--json | --errors]
"""
