"""What reading, starting and matching cost, beside what others would pay; `scripts/bench --help`."""
