package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Made-up records in the shapes of public sets; what stands before the dash of an id is the person or shop. */
final class SyntheticSets {
    static final List<RecordAttribute> RESTAURANT = List.of(
            new RecordAttribute("name", AttributeKind.NAME),
            new RecordAttribute("addr", AttributeKind.STREET),
            new RecordAttribute("city", AttributeKind.CITY),
            new RecordAttribute("phone", AttributeKind.PHONE),
            new RecordAttribute("type", AttributeKind.TEXT));
    static final List<RecordAttribute> HISTORICAL = List.of(
            RecordAttribute.of(AttributeKind.GIVEN),
            RecordAttribute.of(AttributeKind.FAMILY),
            new RecordAttribute("year of birth", AttributeKind.BIRTHDATE),
            new RecordAttribute("birth place", AttributeKind.CITY),
            new RecordAttribute("occupation", AttributeKind.TEXT));
    static final List<RecordAttribute> SUBSCRIBER = List.of(
            RecordAttribute.of(AttributeKind.GIVEN),
            RecordAttribute.of(AttributeKind.FAMILY),
            RecordAttribute.of(AttributeKind.EMAIL),
            RecordAttribute.of(AttributeKind.CITY),
            RecordAttribute.of(AttributeKind.POSTCODE));

    private static final List<String> SYLLABLES = List.of(
            "ba", "chi", "dor", "el", "fan", "gu", "hal", "ib", "jo", "ka", "lim", "mo", "nad", "pre", "ro", "sa", "ti",
            "wen");
    private static final List<String> SHOP_WORDS = List.of(
            ("golden dragon palace blue river house noodles royal spice garden old town corner little italy sea breeze oak barrel"
                            + " smoke pit sunset lotus jade pearl olive fig maple copper kettle red rooster silver spoon forno petit")
                    .split(" "));
    private static final List<String> SHOPS =
            List.of("restaurant", "grill", "cafe", "bistro", "kitchen", "bar", "deli");
    private static final List<String> TYPES =
            List.of("american", "french", "italian", "chinese", "thai", "mexican", "seafood", "delis", "japanese");
    private static final List<String> TOWNS =
            List.of("los angeles", "new york", "san francisco", "atlanta", "las vegas");

    private final Random random;

    SyntheticSets(long seed) {
        this.random = new Random(seed);
    }

    /** Two guides of 533 and 331 restaurants, of which 112 are in both. */
    List<LinkageSource> restaurants() {
        List<LinkageRecord> one = new ArrayList<>();
        List<LinkageRecord> other = new ArrayList<>();
        for (int shop = 0; shop < 752; shop++) {
            String[] values = restaurant();
            if (shop < 533) {
                one.add(new LinkageRecord(shop + "-a", Arrays.asList(values)));
            }
            if (shop < 112 || shop >= 533) {
                other.add(new LinkageRecord(shop + "-b", Arrays.asList(rewritten(values))));
            }
        }
        return List.of(new LinkageSource("fodors", one), new LinkageSource("zagats", other));
    }

    private String[] restaurant() {
        String name = pick(SHOP_WORDS) + " " + pick(SHOP_WORDS) + (random.nextBoolean() ? " " + pick(SHOPS) : "");
        String street =
                (1 + random.nextInt(9_000)) + " " + word(40) + " " + pick(List.of("st.", "ave.", "blvd.", "rd."));
        String phone = "%d/%d-%04d"
                .formatted(212 + 101 * random.nextInt(5), 200 + random.nextInt(800), random.nextInt(10_000));
        return new String[] {name, street, pick(TOWNS), phone, pick(TYPES)};
    }

    private String[] rewritten(String[] values) {
        String[] other = values.clone();
        other[0] = chance(0.2) ? slip(values[0]) : chance(0.2) ? "the " + values[0] : values[0];
        other[1] =
                values[1].replace("ave.", "avenue").replace("blvd.", "boulevard") + (chance(0.3) ? " at oak st." : "");
        other[2] = chance(0.2) ? pick(TOWNS) : values[2];
        other[3] = chance(0.1) ? restaurant()[3] : values[3].replace('/', '-');
        other[4] = chance(0.5) ? pick(TYPES) : values[4];
        return other;
    }

    /** People long dead, each in one to nine records, five on average, with what chroniclers made of them. */
    LinkageSource historical(int persons) {
        List<LinkageRecord> records = new ArrayList<>();
        for (int person = 0; person < persons; person++) {
            String[] values = {word(30), word(900), Integer.toString(1750 + random.nextInt(150)), word(150), word(12)};
            for (int copy = random.nextInt(9); copy >= 0; copy--) {
                records.add(new LinkageRecord(person + "-" + copy, Arrays.asList(copied(values))));
            }
        }
        return new LinkageSource("chronicle", records);
    }

    private @Nullable String[] copied(String[] values) {
        @Nullable String[] copy = values.clone();
        copy[0] = chance(0.1) ? values[0].substring(0, 1) : values[0];
        copy[1] = chance(0.15) ? slip(values[1]) : values[1];
        copy[2] = chance(0.15) ? null : chance(0.1) ? Integer.toString(Integer.parseInt(values[2]) + 1) : values[2];
        copy[3] = chance(0.2) ? null : chance(0.15) ? slip(values[3]) : values[3];
        copy[4] = chance(0.2) ? null : chance(0.2) ? word(12) : values[4];
        return copy;
    }

    /** People of whom one in five records has an e-mail address; half of the people are recorded twice. */
    LinkageSource subscribers(int persons) {
        List<LinkageRecord> records = new ArrayList<>();
        for (int person = 0; person < persons; person++) {
            String given = word(80);
            String family = word(1_500);
            int town = (int) Math.pow(400, random.nextDouble());
            String mail = given + "." + family + random.nextInt(100) + "@example.com";
            String postcode = Integer.toString(10_000 + 40 * town + random.nextInt(20));
            for (int copy = random.nextInt(2); copy >= 0; copy--) {
                records.add(new LinkageRecord(
                        person + "-" + copy,
                        Arrays.asList(
                                chance(0.1) ? slip(given) : given,
                                chance(0.1) ? slip(family) : family,
                                chance(0.2) ? mail : null,
                                "town" + town,
                                chance(0.1) ? null : postcode)));
            }
        }
        Collections.shuffle(records, random);
        return new LinkageSource("list", records);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private String word(int vocabulary) {
        Random spelling = new Random(vocabulary * 1000L + (long) Math.pow(vocabulary, Math.sqrt(random.nextDouble())));
        StringBuilder word = new StringBuilder();
        for (int syllables = 2 + spelling.nextInt(2); syllables > 0; syllables--) {
            word.append(SYLLABLES.get(spelling.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }

    private String slip(String value) {
        int at = 1 + random.nextInt(value.length() - 2);
        return value.substring(0, at) + value.substring(at + 1);
    }
}
