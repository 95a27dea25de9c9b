package dev.clientele.b2c.identity;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.PersonName;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A stream of what systems say of a town, identified in batches, until the program is killed; it goes on behind the last batch that
 * was acknowledged. Arguments: the place, the number of records, and the number of the first batch.
 */
final class IdentityProgram {

    static final int BATCH = 100;
    static final String IDENTIFIED = "identified ";

    private static final List<String> FAMILIES =
            List.of("Silva", "Lopes", "Chen", "Dorn", "Evans", "Haas", "Okoro", "Weiss");

    private IdentityProgram() {}

    static B2c open(Storage storage) {
        return B2c.in(Crm.on(storage)
                .types(B2c.types())
                .clock(Clock.fixed(StoredTest.NOW, ZoneOffset.UTC))
                .build()
                .session(TenantId.of("acme"), Actor.process("stream")));
    }

    public static void main(String[] arguments) {
        int records = Integer.parseInt(arguments[1]);
        try (Storage storage = DatabaseKind.openPlace(arguments[0])) {
            B2c b2c = open(storage);
            for (int batch = Integer.parseInt(arguments[2]); batch * BATCH < records; batch++) {
                identify(b2c, batch, records);
                System.out.println(IDENTIFIED + batch);
            }
        }
    }

    static void identify(B2c b2c, int batch, int records) {
        b2c.identity()
                .identifyAll(IntStream.range(batch * BATCH, Math.min(records, (batch + 1) * BATCH))
                        .mapToObj(number -> record(number, records))
                        .toList());
    }

    /** Of each three records one is a visit, one a log-in, one a customer of a shop: with a family's address, or a shop's. */
    private static SourceRecord record(int number, int records) {
        Random random = new Random(number * 2_654_435_761L);
        int person = random.nextInt(records / 5 + 1);
        String device = "d" + person + "-" + random.nextInt(2);
        SourceRecord record = switch (random.nextInt(3)) {
            case 0 -> SourceRecord.sighting("web").device(device);
            case 1 -> SourceRecord.sighting("web").device(device).user("u" + person);
            default ->
                SourceRecord.of("shop", "c" + person + "-" + random.nextInt(3))
                        .name(PersonName.of("G" + person % 97, FAMILIES.get(person % FAMILIES.size())))
                        .email(email(person, random, records));
        };
        return record.said(StoredTest.NOW.minus(Duration.ofSeconds(1L + records - number)));
    }

    private static String email(int person, Random random, int records) {
        return switch (random.nextInt(10)) {
            case 0 -> "shop" + person % (records / 400 + 1) + "@example.com";
            case 1, 2 -> "family" + person / 3 + "@example.com";
            default -> "p" + person + "@example.com";
        };
    }
}
