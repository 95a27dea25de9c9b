package dev.clientele.examples.benchmarks.identity;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes people out of a seed, as a shop and another system know them: names of very different frequency, most with an e-mail address
 * or a phone number; the second system writes some names wrongly, has older addresses and lacks much.
 */
final class ShopperGenerator {

    private static final String[] STARTS = {
        "ba", "be", "ca", "da", "do", "el", "fa", "ga", "ha", "is", "jo", "ka", "la", "ma", "mi", "na", "ol", "pa",
        "ro", "sa", "ta", "ul", "va", "wi", "ya", "ze"
    };
    private static final String[] MIDDLES = {"", "ra", "li", "no", "mer", "ton", "vi", "ber", "sol", "kin", "da", "ro"};
    private static final String[] ENDS = {
        "n", "na", "son", "ez", "ski", "er", "el", "ta", "man", "ley", "wood", "berg", "es", "ova", "aro", "ing"
    };
    private static final int GIVEN_NAMES = 3_000;
    private static final int FAMILY_NAMES = 40_000;
    private static final int STREETS = 30_000;
    private static final int CITIES = 800;

    private final long seed;

    ShopperGenerator(long seed) {
        this.seed = seed;
    }

    /** Returns the record of the shop. */
    SourceRecord shop(int number) {
        return record("shop", number, 0);
    }

    /** Returns what another system says about the same person. */
    SourceRecord elsewhere(int number) {
        return record("crm", number, 1);
    }

    static String email(int number) {
        return "shopper." + number + "@mail" + number % 7 + ".example";
    }

    private SourceRecord record(String source, int number, int dirt) {
        SplittableRandom person = new SplittableRandom(seed + number);
        String given = name(frequent(person, GIVEN_NAMES));
        String family = name(7_919 + frequent(person, FAMILY_NAMES) * 31L);
        LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(person.nextInt(25_000));
        int city = frequent(person, CITIES);
        String street = person.nextInt(1, 200) + " " + capital(name(104_729L + person.nextInt(STREETS))) + " Road";
        boolean hasEmail = person.nextInt(10) < 8;
        boolean hasPhone = person.nextInt(10) < 5;
        SplittableRandom dirty = new SplittableRandom(~(seed + number));
        if (dirt > 0) {
            given = dirty.nextInt(5) == 0 ? slip(given, dirty) : given;
            family = dirty.nextInt(5) == 0 ? slip(family, dirty) : family;
            street = dirty.nextInt(4) == 0 ? dirty.nextInt(1, 99) + " High Street" : street;
            hasEmail &= dirty.nextBoolean();
            hasPhone &= dirty.nextBoolean();
        }
        SourceRecord record = SourceRecord.of(source, source + "-" + number)
                .name(PersonName.of(capital(given), capital(family)))
                .address(PostalAddress.builder(Country.of("GB"))
                        .line(street)
                        .city(capital(name(15_485_863L + city)))
                        .postalCode(String.format(
                                Locale.ROOT,
                                "%c%c%d %dAB",
                                'A' + city % 26,
                                'A' + city / 26 % 26,
                                city % 90 + 1,
                                number % 9))
                        .build());
        record = dirt > 0 && dirty.nextInt(10) == 0 ? record : record.birthDate(birth);
        record = hasEmail ? record.email(email(number)) : record;
        return hasPhone ? record.phone(String.format(Locale.ROOT, "+447%09d", number)) : record;
    }

    /** The first are far more frequent than the last. */
    private static int frequent(SplittableRandom random, int count) {
        double draw = random.nextDouble();
        return (int) Math.min(count - 1, Math.pow(count, draw) - 1);
    }

    private static String name(long number) {
        SplittableRandom random = new SplittableRandom(number);
        return STARTS[random.nextInt(STARTS.length)]
                + MIDDLES[random.nextInt(MIDDLES.length)]
                + MIDDLES[random.nextInt(MIDDLES.length)]
                + ENDS[random.nextInt(ENDS.length)];
    }

    private static String slip(String name, SplittableRandom random) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
