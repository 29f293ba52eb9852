"""Stage 7, organisations: their kinds, whom "the company" means, for whom an office counts."""
