package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.tck.ProgramStep.Completion;
import dev.clientele.persistence.tck.ProgramStep.Operation;
import dev.clientele.persistence.tck.ProgramStep.SnapshotRead;
import dev.clientele.persistence.tck.ProgramStep.TransactionStep;
import dev.clientele.persistence.tck.ProgramStep.WriteAttempt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The runner of a random program on a storage and on models, which compares the two after each step, for every tenant. */
final class ProgramRunner {

    private final StorageFixture fixture;
    private final Storage storage;
    private final Storage second;
    private final List<TenantId> tenants = new ArrayList<>();
    private final List<StorageModel> models = new ArrayList<>();
    private int bodies;
    private int transactions;

    /** Creates a runner of which every other transaction goes through {@code second}, a storage on the same database. */
    ProgramRunner(StorageFixture fixture, Storage storage, Storage second, int number) {
        this.fixture = fixture;
        this.storage = storage;
        this.second = second;
        for (int i = 0; i < RandomPrograms.TENANTS; i++) {
            tenants.add(TenantId.of("program-" + number + "-" + i));
            models.add(new StorageModel());
        }
    }

    void run(List<ProgramStep> program) {
        for (ProgramStep step : program) {
            if (step instanceof TransactionStep transaction) {
                transact(transaction);
            } else if (step instanceof SnapshotRead look) {
                readSnapshot(look);
            }
            for (int tenant = 0; tenant < tenants.size(); tenant++) {
                compareAll(tenant);
            }
        }
    }

    /** Compares everything that a tenant can see with its model; a row of another tenant has nowhere to hide. */
    private void compareAll(int tenant) {
        try (StorageSession session = storage.read(tenants.get(tenant))) {
            ModelAssertions.assertMatches(session, storage, models.get(tenant), models.get(tenant));
        }
    }

    private void readSnapshot(SnapshotRead look) {
        StorageModel before = models.get(look.tenant()).copy();
        try (StorageSession session = storage.read(tenants.get(look.tenant()))) {
            ModelAssertions.assertMatches(session, storage, before, before);
            look.concurrent().forEach(this::transact);
            ModelAssertions.assertMatches(session, storage, before, before);
        }
    }

    private void transact(TransactionStep step) {
        boolean joins = fixture.capabilities().contains(Capability.HOST_TRANSACTIONS);
        boolean keeps = step.completion() == Completion.COMMIT || step.completion() == Completion.HOST_COMMIT;
        TenantId tenant = tenants.get(step.tenant());
        StorageModel after = models.get(step.tenant()).copy();
        boolean done;
        if (joins && (step.completion() == Completion.HOST_COMMIT || step.completion() == Completion.HOST_ROLLBACK)) {
            try (HostTransactionHandle host = fixture.beginHost(storage)) {
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
            try (StorageSession session = (transactions++ % 2 == 0 ? storage : second).write(tenant)) {
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

    /** Performs the operations of a transaction; false if one failed as it had to, which ends the transaction. */
    private boolean perform(TransactionStep step, StorageSession session, StorageModel model) {
        StorageModel committed = models.get(step.tenant());
        boolean changesEntries = false;
        for (Operation deed : step.operations()) {
            if (deed instanceof Operation.Batch batch && !write(session, model, batch(step.tenant(), batch, model))) {
                return false;
            } else if (deed instanceof Operation.Append append) {
                List<LogEntry> entries = entries(step.tenant(), append);
                assertThat(session.append(SampleSchema.AUDIT, entries))
                        .isEqualTo(model.append(SampleSchema.AUDIT, entries));
            } else if (deed instanceof Operation.Compute compute) {
                List<ComputedValues> rows = compute.numbers().stream()
                        .map(number -> SampleRecords.computed(number, compute.fields()))
                        .toList();
                assertThat(session.compute(SampleSchema.DEAL, compute.names(), rows))
                        .isEqualTo(model.compute(SampleSchema.DEAL, compute.names(), rows));
            } else if (deed instanceof Operation.Redact redact) {
                List<Redaction> redactions = redact.keys().stream()
                        .map(key -> new Redaction("key-" + key, Map.of(), "redacted " + ++bodies))
                        .toList();
                assertThat(session.redact(SampleSchema.AUDIT, redactions))
                        .isEqualTo(model.redact(SampleSchema.AUDIT, redactions));
                changesEntries = true;
            } else if (deed instanceof Operation.Prune prune) {
                prune(step.tenant(), prune, session, model);
                changesEntries = true;
            } else if (deed instanceof Operation.Inspect) {
                ModelAssertions.assertMatches(session, storage, model, changesEntries ? null : committed);
            }
        }
        return true;
    }

    /** Prunes up to an entry that was committed before, so that what the transaction has appended itself stays. */
    private void prune(int tenant, Operation.Prune prune, StorageSession session, StorageModel model) {
        List<LogEntry> committed = followed(tenant);
        if (!committed.isEmpty()) {
            List<LogEntry> first = committed.subList(0, prune.upTo() % committed.size() + 1);
            Position upTo = first.get(first.size() - 1).position();
            List<String> keys = first.stream().map(LogEntry::key).toList();
            Pruning pruning = new Pruning(SampleSchema.AUDIT, Criteria.always(), upTo, prune.limit());
            assertThat(session.prune(pruning)).isEqualTo(model.prune(SampleSchema.AUDIT, keys, prune.limit()));
        }
    }

    private List<LogEntry> followed(int tenant) {
        try (StorageSession session = storage.read(tenants.get(tenant))) {
            return session.follow(SampleSchema.AUDIT, Position.START, 100);
        }
    }

    private boolean write(StorageSession session, StorageModel model, List<Write> batch) {
        boolean mayRefuse = !fixture.capabilities().contains(Capability.KEY_SWAP) && model.movesKey(batch);
        Throwable expected = catchThrowable(() -> model.write(batch));
        Throwable given = catchThrowable(() -> session.write(batch));
        if (given == null && expected != null) {
            given = catchThrowable(session::commit);
        }
        if (expected == null && mayRefuse && given instanceof DuplicateKeyException) {
            return false;
        }
        if (expected == null || given == null || !(given instanceof StorageException)) {
            assertThat(given).as("%s", batch).isEqualTo(expected);
            return true;
        }
        assertThat(given).as("%s", batch).isInstanceOfAny(ConflictException.class, DuplicateKeyException.class);
        if (given instanceof ConflictException conflict && expected instanceof ConflictException wanted) {
            assertThat(conflict.ids()).as("%s", batch).containsExactlyInAnyOrderElementsOf(wanted.ids());
        } else {
            assertThat(given).as("%s", batch).hasSameClassAs(expected);
        }
        return false;
    }

    private List<Write> batch(int tenant, Operation.Batch deed, StorageModel model) {
        List<Write> batch = new ArrayList<>();
        Set<Map.Entry<String, UUID>> seen = new HashSet<>();
        for (WriteAttempt act : deed.writes()) {
            if (seen.add(Map.entry(act.type(), SampleRecords.id(act.number())))) {
                batch.add(write(tenant, act, model));
            }
        }
        return batch;
    }

    private Write write(int tenant, WriteAttempt act, StorageModel model) {
        UUID id = SampleRecords.id(act.number());
        long stored = model.version(act.type(), id);
        long version = !act.stale() ? Math.max(1, stored) : stored > 1 ? stored - 1 : 2;
        String body = tenants.get(tenant) + " " + ++bodies;
        return switch (act.kind()) {
            case PUT ->
                stored == 0
                        ? new Write.Insert(new Document(act.type(), id, 0, act.fields(), body))
                        : replace(new Document(act.type(), id, version, act.fields(), body), act, model);
            case INSERT -> new Write.Insert(new Document(act.type(), id, 0, act.fields(), body));
            case REPLACE -> replace(new Document(act.type(), id, version, act.fields(), body), act, model);
            case DELETE -> new Write.Delete(act.type(), id, version);
            case CHECK -> new Write.Check(act.type(), id, version);
        };
    }

    private static Write replace(Document by, WriteAttempt act, StorageModel model) {
        return switch (act.before()) {
            case NOTHING -> new Write.Replace(by);
            case TRUTH ->
                new Write.Replace(
                        by,
                        model.find(by.type(), by.id())
                                .filter(stored -> stored.version() == by.version())
                                .orElse(null));
            case LIE -> new Write.Replace(by, by);
        };
    }

    private List<LogEntry> entries(int tenant, Operation.Append append) {
        List<LogEntry> entries = new ArrayList<>();
        for (int key : append.keys()) {
            String body = tenants.get(tenant) + " " + ++bodies;
            entries.add(LogEntry.of(
                    "key-" + key,
                    Set.of(SampleRecords.id(key % 2)),
                    SampleRecords.NOON.plusSeconds(bodies % 3),
                    Map.of(),
                    body));
        }
        return entries;
    }
}
