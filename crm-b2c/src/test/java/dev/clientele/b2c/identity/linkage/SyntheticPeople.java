package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Made-up people whose records have slips, gaps and duplicates; what stands before the dash of an id is the person. */
final class SyntheticPeople {
    static final List<RecordAttribute> ATTRIBUTES = List.of(
            RecordAttribute.of(AttributeKind.GIVEN),
            RecordAttribute.of(AttributeKind.FAMILY),
            RecordAttribute.of(AttributeKind.BIRTHDATE),
            RecordAttribute.of(AttributeKind.STREET),
            RecordAttribute.of(AttributeKind.CITY),
            RecordAttribute.of(AttributeKind.EMAIL));

    private static final String[] SYLLABLES = {
        "ba", "chi", "dor", "el", "fan", "gu", "hal", "ib", "jo", "ka", "lim", "mo", "nad", "o", "pre", "ro", "sa",
        "ti", "ul", "wen"
    };

    private final Random random;

    SyntheticPeople(long seed) {
        this.random = new Random(seed);
    }

    /** One source in which each person has one to so many records. */
    LinkageSource withDuplicates(String name, int persons, int mostRecords) {
        List<LinkageRecord> records = new ArrayList<>();
        for (int person = 0; person < persons; person++) {
            String[] values = person();
            int count = 1 + random.nextInt(mostRecords);
            for (int copy = 0; copy < count; copy++) {
                records.add(record("p" + person + "-" + copy, copy == 0 ? values : dirtied(values)));
            }
        }
        return new LinkageSource(name, records);
    }

    /** Two sources of households: members share family name, street and city; three in four are in both. */
    List<LinkageSource> households(int households) {
        List<LinkageRecord> one = new ArrayList<>();
        List<LinkageRecord> other = new ArrayList<>();
        int person = 0;
        for (int household = 0; household < households; household++) {
            String[] head = person();
            for (int member = random.nextInt(4); member >= 0; member--) {
                String[] values = person();
                values[1] = head[1];
                values[3] = head[3];
                values[4] = head[4];
                one.add(record("p" + person + "-a", values));
                if (random.nextInt(4) > 0) {
                    other.add(record("p" + person + "-b", dirtied(values)));
                }
                person++;
            }
        }
        return List.of(new LinkageSource("one", one), new LinkageSource("other", other));
    }

    static boolean same(ScoredPair pair) {
        return person(pair.first()).equals(person(pair.second()));
    }

    static String person(RecordRef ref) {
        return ref.id().substring(0, ref.id().indexOf('-'));
    }

    private static LinkageRecord record(String id, @Nullable String[] values) {
        return new LinkageRecord(id, Arrays.asList(values));
    }

    private String[] person() {
        String given = word(40);
        String family = word(400);
        return new String[] {
            given,
            family,
            "%04d-%02d-%02d".formatted(1930 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28)),
            1 + random.nextInt(150) + " " + word(300) + " street",
            word(60),
            given + "." + family + random.nextInt(1000) + "@example.com"
        };
    }

    private String word(int vocabulary) {
        Random spelling = new Random(vocabulary * 1000L + (long) Math.pow(vocabulary, random.nextDouble()));
        StringBuilder word = new StringBuilder();
        for (int syllables = 2 + spelling.nextInt(2); syllables > 0; syllables--) {
            word.append(SYLLABLES[spelling.nextInt(SYLLABLES.length)]);
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
