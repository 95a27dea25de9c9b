package dev.clientele.b2b.scenario;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.SettableClock;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import dev.clientele.testing.ProcessRace;
import java.io.IOException;

/**
 * A program that takes all kinds of decisions on the same records as others beside it. It ends with 0 if it was only refused what
 * another process had decided.
 */
final class DecisionProgram {

    private DecisionProgram() {}

    /** Opens the CRM for a user, with the patience that everybody has. */
    static B2b open(Storage storage, String user) {
        return B2b.in(Crm.on(storage)
                .types(B2b.types())
                .clock(new SettableClock(ProcessDecisions.NOW))
                .build()
                .session(TenantId.of("acme"), Actor.user(user)));
    }

    public static void main(String[] arguments) throws IOException {
        int number = Integer.parseInt(arguments[1]);
        try (Storage storage = DatabaseKind.openPlace(arguments[0])) {
            B2b b2b = open(storage, "user" + number);
            ProcessRace.awaitStart();
            for (int record = 0; record < ProcessDecisions.RECORDS; record++) {
                for (ProcessDecisions kind : ProcessDecisions.all()) {
                    kind.decide(b2b, number, record);
                }
            }
        }
    }
}
