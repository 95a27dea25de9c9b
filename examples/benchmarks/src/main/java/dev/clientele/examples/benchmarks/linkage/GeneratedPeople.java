package dev.clientele.examples.benchmarks.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.RecordAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Made-up people, of whom every second is recorded a second time with gaps and slips. Names are few and common or many and
 * rare, as in life; what stands before the dash of an id is the person.
 */
final class GeneratedPeople {

    private static final List<RecordAttribute> ATTRIBUTES = List.of(
            RecordAttribute.of(AttributeKind.GIVEN),
            RecordAttribute.of(AttributeKind.FAMILY),
            RecordAttribute.of(AttributeKind.BIRTHDATE),
            RecordAttribute.of(AttributeKind.STREET),
            RecordAttribute.of(AttributeKind.CITY),
            RecordAttribute.of(AttributeKind.PHONE),
            RecordAttribute.of(AttributeKind.EMAIL));
    private static final List<String> SYLLABLES = List.of(
            "ba", "chi", "dor", "el", "fan", "gu", "hal", "ib", "jo", "ka", "lim", "mo", "nad", "pre", "ro", "sa", "ti",
            "wen");

    private final Random random;

    private GeneratedPeople(long seed) {
        this.random = new Random(seed);
    }

    static LinkedPeople of(int size, long seed) {
        GeneratedPeople people = new GeneratedPeople(seed);
        List<LinkageRecord> records = new ArrayList<>(size);
        for (int person = 0; records.size() < size; person++) {
            String[] values = people.person();
            records.add(new LinkageRecord(person + "-0", Arrays.asList(values)));
            if (person % 2 == 0 && records.size() < size) {
                records.add(new LinkageRecord(person + "-1", Arrays.asList(people.dirtied(values))));
            }
        }
        return new LinkedPeople(
                ATTRIBUTES, List.of(new LinkageSource("generated", records)), id -> id.substring(0, id.indexOf('-')));
    }

    private String[] person() {
        String given = word(2_000);
        String family = word(60_000);
        return new String[] {
            given,
            family,
            (1930 + random.nextInt(75)) + "-" + twoDigits(12) + "-" + twoDigits(28),
            1 + random.nextInt(150) + " " + word(20_000) + " street",
            word(3_000),
            "0" + (100_000_000 + random.nextInt(900_000_000)),
            given + "." + family + random.nextInt(100) + "@" + word(50) + ".com"
        };
    }

    private String twoDigits(int most) {
        int number = 1 + random.nextInt(most);
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** One of so many words: the low numbers are common, the high ones rare. */
    private String word(int vocabulary) {
        long number = vocabulary * 100_000L + (long) (vocabulary * Math.pow(random.nextDouble(), 2));
        StringBuilder word = new StringBuilder();
        long rest = (number * 0x9e3779b97f4a7c15L) >>> 8;
        for (int syllables = 3 + (int) (rest % 2); syllables > 0; syllables--) {
            word.append(SYLLABLES.get((int) (rest % SYLLABLES.size())));
            rest /= SYLLABLES.size();
        }
        return word.toString();
    }

    private @Nullable String[] dirtied(String[] values) {
        @Nullable String[] dirty = values.clone();
        for (int i = 0; i < dirty.length; i++) {
            double draw = random.nextDouble();
            int at = 1 + random.nextInt(values[i].length() - 1);
            if (draw < 0.1) {
                dirty[i] = null;
            } else if (draw < 0.25) {
                dirty[i] = values[i].substring(0, at - 1) + values[i].substring(at);
            }
        }
        return dirty;
    }
}
