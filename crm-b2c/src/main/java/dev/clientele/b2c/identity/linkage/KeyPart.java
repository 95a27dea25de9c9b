package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.Fingerprint;
import java.util.List;

/** The part of a value on which records are brought together. */
public enum KeyPart {
    /** The whole value. */
    WHOLE(1),
    /** Its sound; of an e-mail address the mailbox. */
    SOUND(2),
    /** Its first three characters. */
    START(3),
    /** Its last three characters. */
    END(4),
    /** The first five characters. */
    LONG_START(5),
    /** Its first half. */
    FIRST_HALF(6),
    /** Its second half. */
    SECOND_HALF(7),
    /** The first four digits of a date. */
    YEAR(8),
    /** The last four digits of a whole date. */
    MONTH_AND_DAY(9),
    /** The first word. */
    FIRST_WORD(10),
    /** The last word. */
    LAST_WORD(11),
    /** The longest word. */
    MAX_WORD_LENGTH(12),
    /** The words in alphabetical order. */
    SORTED_WORDS(13);

    private final int code;

    KeyPart(int code) {
        this.code = code;
    }

    /** A number that stands for this part in stored keys. */
    int code() {
        return code;
    }

    /** Returns the parts that make sense for a kind of attribute. */
    static List<KeyPart> of(AttributeKind kind) {
        return switch (kind) {
            case GIVEN, FAMILY, CITY -> List.of(WHOLE, SOUND, START, END);
            case NAME, STREET -> List.of(WHOLE, FIRST_WORD, LAST_WORD, MAX_WORD_LENGTH, SORTED_WORDS);
            case TEXT -> List.of(WHOLE, MAX_WORD_LENGTH);
            case BIRTHDATE -> List.of(WHOLE, YEAR, MONTH_AND_DAY);
            case EMAIL -> List.of(WHOLE, SOUND, LONG_START);
            case PHONE, IDENTIFIER -> List.of(WHOLE, FIRST_HALF, SECOND_HALF);
            case POSTCODE -> List.of(WHOLE, FIRST_HALF);
            case HOUSE_NUMBER, REGION, CATEGORY, QUANTITY -> List.of(WHOLE);
        };
    }

    /** Returns a fingerprint of this part of a value; 0 where the value has no such part. */
    long fingerprint(ComparedValue value) {
        String text = value.text();
        int length = text.length();
        return switch (this) {
            case WHOLE -> value.fingerprint();
            case SOUND -> value.sound() == null ? value.fingerprint() : Fingerprint.of(value.sound());
            case START -> Fingerprint.of(text, 0, Math.min(3, length));
            case END -> Fingerprint.of(text, Math.max(0, length - 3), length);
            case LONG_START -> Fingerprint.of(text, 0, Math.min(5, length));
            case FIRST_HALF -> length < 4 ? 0 : Fingerprint.of(text, 0, (length + 1) / 2);
            case SECOND_HALF -> length < 4 ? 0 : Fingerprint.of(text, length / 2, length);
            case YEAR -> Fingerprint.of(text, 0, Math.min(4, length));
            case MONTH_AND_DAY -> length < 8 ? 0 : Fingerprint.of(text, 4, 8);
            case FIRST_WORD -> value.wordCount() == 0 ? 0 : Fingerprint.of(value.word(0));
            case LAST_WORD -> value.wordCount() < 2 ? 0 : Fingerprint.of(value.word(value.wordCount() - 1));
            case MAX_WORD_LENGTH -> value.wordCount() == 0 ? 0 : Fingerprint.of(longest(value));
            case SORTED_WORDS -> value.wordCount() < 2 ? 0 : sorted(value);
        };
    }

    private static String longest(ComparedValue value) {
        String longest = value.word(0);
        for (int i = 1; i < value.wordCount(); i++) {
            String word = value.word(i);
            int longer = word.length() - longest.length();
            if (longer > 0 || (longer == 0 && word.compareTo(longest) > 0)) {
                longest = word;
            }
        }
        return longest;
    }

    private static long sorted(ComparedValue value) {
        long sum = 0;
        for (int i = 0; i < value.wordCount(); i++) {
            sum += Fingerprint.of(value.word(i));
        }
        return sum;
    }
}
