"""What becomes public, when, and in which words: releases, records, notices."""
