"""Who stands where, drawn: numbers and geometry for tables and charts, and no markup."""
