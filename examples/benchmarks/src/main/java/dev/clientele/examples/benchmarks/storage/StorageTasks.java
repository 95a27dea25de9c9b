package dev.clientele.examples.benchmarks.storage;

import dev.clientele.examples.benchmarks.account.AccountRow;
import dev.clientele.examples.benchmarks.account.AccountRowGenerator;
import dev.clientele.examples.benchmarks.race.BenchmarkComparison;
import java.util.List;
import java.util.SplittableRandom;

/** The tasks, cut into pieces that the contenders do by turns. */
public final class StorageTasks {

    private static final int BATCH = 1000;
    private static final int PIECES = 20;

    private final BenchmarkComparison<AccountStore> race;
    private final RoundSize size;

    /**
     * How much there is to do in a round.
     *
     * @param accounts loaded
     * @param finds read by id
     * @param pages read in pairs
     * @param changes read, changed and written
     * @param scans through everything, and as many sums by group
     */
    public record RoundSize(int accounts, int finds, int pages, int changes, int scans) {

        /**
         * Returns the size of a round that only warms up: short work is repeated until the compiler has seen to it, which a program
         * that runs for long has behind it.
         */
        public static RoundSize warmUp(int accounts) {
            return new RoundSize(
                    accounts,
                    Math.max(PIECES, accounts),
                    Math.max(2 * PIECES, accounts / 20),
                    Math.max(PIECES, accounts / 8),
                    5);
        }

        /** What a round on this many accounts has. */
        public static RoundSize of(int accounts) {
            return new RoundSize(
                    accounts,
                    Math.max(PIECES, accounts / 5),
                    Math.max(2 * PIECES, accounts / 50),
                    Math.max(PIECES, accounts / 40),
                    5);
        }
    }

    /** For these contenders, this big. */
    public StorageTasks(BenchmarkComparison<AccountStore> race, RoundSize size) {
        this.race = race;
        this.size = size;
    }

    /** One round on fresh databases; a negative one only warms up. */
    public void round(int round) {
        AccountRowGenerator source = new AccountRowGenerator(round);
        SplittableRandom random = new SplittableRandom(round);
        race.contenders().forEach(AccountStore::empty);
        load(round, source);
        race.contenders().forEach(AccountStore::settle);
        pieces(size.finds(), (from, to) -> {
            int[] accounts = random.ints(to - from, 0, size.accounts()).toArray();
            race.run("find by id", round, accounts.length, store -> {
                long sum = 0;
                for (int account : accounts) {
                    sum += store.find(account);
                }
                return sum;
            });
        });
        pieces(size.pages() / 2, (from, to) -> {
            List<String> owners = owners(random, to - from);
            race.run(
                    "page of 50 by an indexed field",
                    round,
                    2L * owners.size(),
                    store -> owners.stream().mapToLong(store::twoPages).sum());
        });
        for (int i = 0; i < size.scans(); i++) {
            race.run("sum by group", round, 1, AccountStore::sums);
            race.run("streaming scan (per account)", round, size.accounts(), AccountStore::scan);
        }
        pieces(size.changes(), (from, to) -> {
            int[] accounts = random.ints(to - from, 0, size.accounts()).toArray();
            List<String> owners = owners(random, accounts.length);
            race.run("read, modify, write", round, accounts.length, store -> {
                for (int i = 0; i < accounts.length; i++) {
                    store.change(accounts[i], owners.get(i));
                }
                return accounts.length;
            });
        });
        race.run("scan after all changes", -1, 1, AccountStore::scan);
    }

    private void load(int round, AccountRowGenerator source) {
        pieces(size.accounts(), (from, to) -> {
            List<AccountRow> rows = source.rows(from, to);
            race.run("load (per account)", round, rows.size(), store -> {
                for (int i = 0; i < rows.size(); i += BATCH) {
                    store.load(rows.subList(i, Math.min(i + BATCH, rows.size())));
                }
                return rows.size();
            });
        });
    }

    private static List<String> owners(SplittableRandom random, int count) {
        return random.ints(count, 0, AccountRowGenerator.OWNERS)
                .mapToObj(AccountRowGenerator::owner)
                .toList();
    }

    private interface IndexRangeTask {
        void run(int startInclusive, int endExclusive);
    }

    private static void pieces(int total, IndexRangeTask part) {
        for (int i = 0; i < PIECES; i++) {
            int from = (int) ((long) total * i / PIECES);
            int to = (int) ((long) total * (i + 1) / PIECES);
            if (to > from) {
                part.run(from, to);
            }
        }
    }
}
