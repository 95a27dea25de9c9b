package dev.clientele.examples.quickstart.source.foodmart;

import dev.clientele.examples.quickstart.source.SourceDataException;

/** The kinds of customer card, from the least to the most. */
public enum MemberCard {
    NORMAL("Normal"),
    BRONZE("Bronze"),
    SILVER("Silver"),
    GOLDEN("Golden");

    private final String text;

    MemberCard(String text) {
        this.text = text;
    }

    /** The source's word for it. */
    public String text() {
        return text;
    }

    static MemberCard parse(String text) {
        for (MemberCard card : values()) {
            if (card.text.equals(text)) {
                return card;
            }
        }
        throw new SourceDataException("unknown member card " + text);
    }
}
