package dev.clientele.b2c.identity.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares e-mail addresses, whole and by what stands before the at sign. Mailboxes that differ in a number only are alike and
 * no slip: namesakes get numbers so that their mailboxes differ.
 */
enum EmailComparison implements ValueComparison {
    INSTANCE;

    private static final List<String> LEVELS =
            List.of("equal", "one slip", "same mailbox elsewhere", "alike", "different");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public double[] expectedShares() {
        return new double[] {0.8, 0.05, 0.03, 0.02, 0.1};
    }

    @Override
    public @Nullable ComparedValue prepare(@Nullable String raw) {
        if (raw == null || NormalizedText.of(raw).isEmpty()) {
            return null;
        }
        int at = raw.lastIndexOf('@');
        String mailbox = NormalizedText.compact(at < 0 ? raw : raw.substring(0, at));
        String domain = at < 0 ? "" : NormalizedText.of(raw.substring(at + 1));
        return mailbox.isEmpty() || (at >= 0 && domain.isEmpty())
                ? null
                : new ComparedValue(mailbox + " " + domain, mailbox, Words.NONE, Double.NaN);
    }

    @Override
    public int level(ComparedValue a, ComparedValue b) {
        if (a.sameText(b)) {
            return 0;
        }
        String mailboxA = String.valueOf(a.sound());
        String mailboxB = String.valueOf(b.sound());
        if (EditDistance.within(a, b, 1) && (mailboxA.equals(mailboxB) || differsInLetters(mailboxA, mailboxB))) {
            return 1;
        }
        int shorter = Math.min(mailboxA.length(), mailboxB.length());
        if (shorter >= 4 && mailboxA.equals(mailboxB)) {
            return 2;
        }
        return shorter >= 4 && EditDistance.within(mailboxA, mailboxB, shorter >= 8 ? 2 : 1) ? 3 : 4;
    }

    private static boolean differsInLetters(String one, String other) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < one.length() && Character.isDigit(one.charAt(i))) {
                i++;
            }
            while (j < other.length() && Character.isDigit(other.charAt(j))) {
                j++;
            }
            if (i == one.length() || j == other.length()) {
                return i < one.length() || j < other.length();
            }
            if (one.charAt(i++) != other.charAt(j++)) {
                return true;
            }
        }
    }
}
