"""The desk: what is proposed, shown, sent and entered."""
