package dev.clientele.b2c.scoring;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.purchase.PurchasePolicy;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import dev.clientele.testing.ProcessRace;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** A job that chooses a calibration and a purchase policy as others beside it do. It ends with 0 if nothing was refused. */
final class ScoringProgram {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final List<ZoneId> ZONES = List.of(ZoneOffset.UTC, ZoneId.of("Asia/Tokyo"));

    private static final int ROUNDS = 10;

    private ScoringProgram() {}

    static B2c open(Storage storage) {
        return B2c.in(Crm.on(storage)
                .types(B2c.types())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build()
                .session(TenantId.of("acme"), Actor.process("nightly")));
    }

    static List<Calibration> calibrations(B2c b2c) {
        try (Stream<Calibration> all = b2c.scoring().calibrations().all().stream()) {
            return all.toList();
        }
    }

    public static void main(String[] arguments) throws IOException {
        int number = Integer.parseInt(arguments[1]);
        try (Storage storage = DatabaseKind.openPlace(arguments[0])) {
            B2c b2c = open(storage);
            List<Calibration> calibrations = calibrations(b2c);
            ProcessRace.awaitStart();
            for (int round = number; round < number + ROUNDS; round++) {
                b2c.scoring().activate(calibrations.get(round % calibrations.size()));
                b2c.purchases().setPolicy(PurchasePolicy.standard().withZone(ZONES.get(round % ZONES.size())));
            }
        }
    }
}
