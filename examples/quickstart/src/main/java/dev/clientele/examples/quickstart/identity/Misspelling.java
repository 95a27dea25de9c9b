package dev.clientele.examples.quickstart.identity;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** Mistakes that people and programs make when they write down a person, drawn from a seeded generator. */
final class Misspelling {

    private final Random random;

    Misspelling(Random random) {
        this.random = random;
    }

    /** Returns whether something with this share happens. */
    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    /** Returns a text as it may come out: in upper case, decomposed, with a slip of the hand, mostly as it is. */
    String text(String text) {
        double draw = random.nextDouble();
        if (draw < 0.06) {
            return text.toUpperCase(Locale.ROOT);
        } else if (draw < 0.10) {
            return Normalizer.normalize(text, Normalizer.Form.NFD);
        } else if (draw < 0.25 && text.length() > 3) {
            return slip(text);
        }
        return text;
    }

    /** Returns a text with two letters swapped, or one left out or written twice. */
    private String slip(String text) {
        int at = 1 + random.nextInt(text.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + text.charAt(at) + text.substring(at);
        };
    }

    /** Returns a day as it may come out: day and month swapped where that is a day, a digit off, mostly as it is. */
    LocalDate day(LocalDate day) {
        double draw = random.nextDouble();
        if (draw < 0.15 && day.getDayOfMonth() <= 12) {
            return LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
        } else if (draw < 0.20) {
            return day.plusYears(random.nextBoolean() ? 1 : -10);
        }
        return day;
    }
}
