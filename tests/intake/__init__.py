"""An article on the desk, below its pages."""
