package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.tck.Step.Act;
import dev.clientele.persistence.tck.Step.Deed;
import dev.clientele.persistence.tck.Step.End;
import dev.clientele.persistence.tck.Step.Look;
import dev.clientele.persistence.tck.Step.Transact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Runs a random program on a storage and on models, and compares the two after each step, for every tenant. */
final class ProgramRun {

    private final StorageFixture fixture;
    private final Storage storage;
    private final List<TenantId> tenants = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private int bodies;

    ProgramRun(StorageFixture fixture, Storage storage, int number) {
        this.fixture = fixture;
        this.storage = storage;
        for (int i = 0; i < RandomPrograms.TENANTS; i++) {
            tenants.add(TenantId.of("program-" + number + "-" + i));
            models.add(new Model());
        }
    }

    void run(List<Step> program) {
        for (Step step : program) {
            if (step instanceof Transact transaction) {
                transact(transaction);
            } else if (step instanceof Look look) {
                look(look);
            }
            for (int tenant = 0; tenant < tenants.size(); tenant++) {
                probe(tenant);
            }
        }
    }

    /** Compares everything that a tenant can see with its model; a row of another tenant has nowhere to hide. */
    private void probe(int tenant) {
        try (StorageSession session = storage.read(tenants.get(tenant))) {
            View.assertSame(session, models.get(tenant), models.get(tenant));
        }
    }

    private void look(Look look) {
        Model before = models.get(look.tenant()).copy();
        try (StorageSession session = storage.read(tenants.get(look.tenant()))) {
            View.assertSame(session, before, before);
            look.meanwhile().forEach(this::transact);
            View.assertSame(session, before, before);
        }
    }

    private void transact(Transact step) {
        boolean joins = fixture.capabilities().contains(Capability.HOST_TRANSACTIONS);
        boolean keeps = step.end() == End.COMMIT || step.end() == End.HOST_COMMIT;
        TenantId tenant = tenants.get(step.tenant());
        Model after = models.get(step.tenant()).copy();
        boolean done;
        if (joins && (step.end() == End.HOST_COMMIT || step.end() == End.HOST_ROLLBACK)) {
            try (HostScope host = fixture.beginHost(storage)) {
                try (StorageSession session = storage.join(tenant, host.transaction())) {
                    done = perform(step, session, after) && committed(session);
                }
                if (done && keeps) {
                    host.commit();
                } else {
                    host.rollback();
                }
            }
        } else {
            try (StorageSession session = storage.write(tenant)) {
                done = perform(step, session, after) && keeps && committed(session);
            }
        }
        if (done && keeps) {
            models.set(step.tenant(), after);
        }
    }

    private static boolean committed(StorageSession session) {
        session.commit();
        return true;
    }

    /** Does the deeds of a transaction; false if one failed as it had to, which ends the transaction. */
    private boolean perform(Transact step, StorageSession session, Model model) {
        Model committed = models.get(step.tenant());
        for (Deed deed : step.deeds()) {
            if (deed instanceof Deed.Batch batch && !write(session, model, batch(step.tenant(), batch, model))) {
                return false;
            } else if (deed instanceof Deed.Append append) {
                List<LogEntry> entries = entries(step.tenant(), append);
                assertThat(session.append(SampleSchema.AUDIT, entries))
                        .isEqualTo(model.append(SampleSchema.AUDIT, entries));
            } else if (deed instanceof Deed.Inspect) {
                View.assertSame(session, model, committed);
            }
        }
        return true;
    }

    private boolean write(StorageSession session, Model model, List<Write> batch) {
        boolean mayRefuse = !fixture.capabilities().contains(Capability.KEY_SWAP) && model.movesKey(batch);
        Throwable expected = catchThrowable(() -> model.write(batch));
        Throwable given = catchThrowable(() -> session.write(batch));
        if (given == null && expected != null) {
            given = catchThrowable(session::commit);
        }
        if (expected == null && mayRefuse && given instanceof DuplicateException) {
            return false;
        }
        if (expected == null || given == null || !(given instanceof StorageException)) {
            assertThat(given).as("%s", batch).isEqualTo(expected);
            return true;
        }
        assertThat(given).as("%s", batch).isInstanceOfAny(ConflictException.class, DuplicateException.class);
        if (given instanceof ConflictException conflict && expected instanceof ConflictException wanted) {
            assertThat(conflict.ids()).as("%s", batch).containsExactlyInAnyOrderElementsOf(wanted.ids());
        } else {
            assertThat(given).as("%s", batch).hasSameClassAs(expected);
        }
        return false;
    }

    private List<Write> batch(int tenant, Deed.Batch deed, Model model) {
        List<Write> batch = new ArrayList<>();
        Set<Map.Entry<String, UUID>> seen = new HashSet<>();
        for (Act act : deed.acts()) {
            if (seen.add(Map.entry(act.type(), Samples.id(act.number())))) {
                batch.add(write(tenant, act, model));
            }
        }
        return batch;
    }

    private Write write(int tenant, Act act, Model model) {
        UUID id = Samples.id(act.number());
        long stored = model.version(act.type(), id);
        long version = !act.stale() ? Math.max(1, stored) : stored > 1 ? stored - 1 : 2;
        String body = tenants.get(tenant) + " " + ++bodies;
        return switch (act.kind()) {
            case PUT ->
                stored == 0
                        ? new Write.Insert(new Document(act.type(), id, 0, act.fields(), body))
                        : new Write.Replace(new Document(act.type(), id, version, act.fields(), body));
            case INSERT -> new Write.Insert(new Document(act.type(), id, 0, act.fields(), body));
            case REPLACE -> new Write.Replace(new Document(act.type(), id, version, act.fields(), body));
            case DELETE -> new Write.Delete(act.type(), id, version);
            case CHECK -> new Write.Check(act.type(), id, version);
        };
    }

    private List<LogEntry> entries(int tenant, Deed.Append append) {
        List<LogEntry> entries = new ArrayList<>();
        for (int key : append.keys()) {
            String body = tenants.get(tenant) + " " + ++bodies;
            entries.add(LogEntry.of(
                    "key-" + key, Set.of(Samples.id(key % 2)), Samples.NOON.plusSeconds(bodies % 3), Map.of(), body));
        }
        return entries;
    }
}
