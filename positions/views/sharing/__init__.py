"""What leaves for other sites: cards in frames, pictures of links, oEmbed, and the offer of them.

The pages of single things import ``offer`` from here, and the rest imports from them: so nothing
is imported in this file.
"""
