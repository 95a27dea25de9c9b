package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.Fingerprint;
import java.util.List;

/** The part of a value on which records are brought together. */
public enum KeyPart {
    /** The whole value. */
    WHOLE,
    /** Its sound; of an e-mail address the mailbox. */
    SOUND,
    /** Its first three characters. */
    START,
    /** Its last three characters. */
    END,
    /** The first five characters. */
    LONG_START,
    /** Its first half. */
    FIRST_HALF,
    /** Its second half. */
    SECOND_HALF,
    /** The first four digits of a date. */
    YEAR,
    /** The last four digits of a whole date. */
    MONTH_AND_DAY,
    /** The first word. */
    FIRST_WORD,
    /** The last word. */
    LAST_WORD,
    /** The longest word. */
    LONGEST_WORD,
    /** All words in alphabetical order. */
    SORTED_WORDS;

    /** Returns the parts that make sense for a kind of attribute. */
    static List<KeyPart> of(AttributeKind kind) {
        return switch (kind) {
            case GIVEN, FAMILY, CITY -> List.of(WHOLE, SOUND, START, END);
            case NAME, STREET -> List.of(WHOLE, FIRST_WORD, LAST_WORD, LONGEST_WORD, SORTED_WORDS);
            case TEXT -> List.of(WHOLE, LONGEST_WORD);
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
            case FIRST_WORD -> value.words().isEmpty() ? 0 : Fingerprint.of(value.words().get(0));
            case LAST_WORD -> value.words().size() < 2 ? 0 : Fingerprint.of(last(value.words()));
            case LONGEST_WORD -> value.words().isEmpty() ? 0 : Fingerprint.of(longest(value.words()));
            case SORTED_WORDS -> value.words().size() < 2 ? 0 : sorted(value.words());
        };
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    private static String longest(List<String> words) {
        String longest = words.get(0);
        for (String word : words) {
            int longer = word.length() - longest.length();
            if (longer > 0 || longer == 0 && word.compareTo(longest) > 0) {
                longest = word;
            }
        }
        return longest;
    }

    private static long sorted(List<String> words) {
        long sum = 0;
        for (String word : words) {
            sum += Fingerprint.of(word);
        }
        return sum;
    }
}
