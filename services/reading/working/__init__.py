"""What an officer reads: worklists, one case with what was declared and known, the steps and why not."""
