package dev.clientele.examples.benchmarks.storage;

import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.examples.benchmarks.account.AccountRow;
import dev.clientele.examples.benchmarks.account.BenchmarkAccount;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Through this library, as its users call it. */
public final class ClienteleAccounts implements AccountStore {

    static final String NAME = "Clientele";
    static final TenantId TENANT = TenantId.of("acme");
    static final Actor ACTOR = Actor.user("alice");

    private final BenchmarkDatabase database;
    private final List<Id<BenchmarkAccount>> ids = new ArrayList<>();
    private @Nullable Storage storage;
    private @Nullable Crm crm;

    /** In a database of its own of this product. */
    public ClienteleAccounts(BenchmarkDatabase database) {
        this.database = database;
    }

    @Override
    public void empty() {
        close();
        database.renew(NAME);
        Storage opened = database.open(NAME);
        storage = opened;
        crm = Crm.on(opened).type(BenchmarkAccount.TYPE).build();
        ids.clear();
    }

    private Repository<BenchmarkAccount> accounts() {
        return crm().session(TENANT, ACTOR).repository(BenchmarkAccount.TYPE);
    }

    private Crm crm() {
        if (crm == null) {
            throw new IllegalStateException("empty() comes first");
        }
        return crm;
    }

    @Override
    public void load(List<AccountRow> rows) {
        accounts().addAll(rows.stream().map(BenchmarkAccount::of).toList()).stream()
                .map(Entity::id)
                .forEach(ids::add);
    }

    @Override
    public void settle() {
        DatabaseSetup.settle(database, NAME);
    }

    @Override
    public long find(int account) {
        return figure(accounts().get(ids.get(account)));
    }

    private static long figure(BenchmarkAccount account) {
        return AccountStore.figure(
                account.require(BenchmarkAccount.NAME),
                account.getOrDefault(BenchmarkAccount.OWNER, ""),
                account.getOrDefault(BenchmarkAccount.EMPLOYEES, 0L),
                account.getOrDefault(BenchmarkAccount.DESCRIPTION, ""));
    }

    @Override
    public long twoPages(String owner) {
        Selection<BenchmarkAccount> owned = accounts().query(BenchmarkAccount.OWNER.is(owner));
        Page<BenchmarkAccount> first = owned.page(50);
        Page<BenchmarkAccount> second =
                first.next().map(next -> owned.page(50, next)).orElseGet(() -> new Page<>(List.of(), first.next()));
        return Stream.concat(first.items().stream(), second.items().stream())
                .mapToLong(ClienteleAccounts::figure)
                .sum();
    }

    @Override
    public void change(int account, String owner) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        crm().session(TENANT, ACTOR).runInTransaction(session -> {
            Repository<BenchmarkAccount> accounts = session.repository(BenchmarkAccount.TYPE);
            BenchmarkAccount found = accounts.get(ids.get(account));
            accounts.save(found.with(BenchmarkAccount.OWNER, owner)
                    .with(BenchmarkAccount.EMPLOYEES, found.getOrDefault(BenchmarkAccount.EMPLOYEES, 0L) + 1)
                    .with(BenchmarkAccount.LAST_CONTACT, now));
        });
    }

    @Override
    public long sums() {
        long figure = 0;
        List<Measure> measures = List.of(Measure.sum(BenchmarkAccount.EMPLOYEES.name()), Measure.count());
        for (Group group : accounts().all().aggregate(List.of(BenchmarkAccount.INDUSTRY), measures)) {
            long employees = group.values().get(0) instanceof BigDecimal sum ? sum.longValueExact() : 0;
            figure += AccountStore.figure(String.valueOf(group.keys().get(0)), employees, group.count(1));
        }
        return figure;
    }

    @Override
    public long scan() {
        try (Stream<BenchmarkAccount> all = accounts().all().stream()) {
            return all.mapToLong(ClienteleAccounts::figure).sum();
        }
    }

    @Override
    public void close() {
        if (storage != null) {
            storage.close();
            storage = null;
            crm = null;
        }
    }

    @Override
    public String toString() {
        return NAME;
    }
}
