package dev.clientele.b2b.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.hierarchy.Hierarchy;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FamilyPropertyTest {

    /** Each account's parent is one before it in the list, or none. */
    @Provide
    Arbitrary<List<Account>> forests() {
        return Arbitraries.integers().between(-1, 30).list().ofMaxSize(40).map(parents -> {
            List<Account> accounts = new ArrayList<>();
            for (int i = 0; i < parents.size(); i++) {
                Account account = Account.named("Account " + i)
                        .with(Account.EMPLOYEES, (long) i + 1)
                        .withId(Id.of(new UUID(7, i)));
                int parent = parents.get(i);
                accounts.add(parent < 0 || parent >= i ? account : account.under(accounts.get(parent)));
            }
            return accounts;
        });
    }

    private static long employees(Account account) {
        return account.require(Account.EMPLOYEES);
    }

    @Property(tries = 300)
    void a_roll_up_is_the_sum_over_the_family(@ForAll("forests") List<Account> accounts) {
        Hierarchy<Account> trees = Hierarchy.of(accounts, Account.PARENT);

        Map<Id<Account>, Long> totals = trees.rollUp(FamilyPropertyTest::employees, Long::sum);

        for (Account account : accounts) {
            long sum = trees.family(account.id()).stream()
                    .mapToLong(FamilyPropertyTest::employees)
                    .sum();
            assertThat(totals.get(account.id())).isEqualTo(sum);
        }
    }

    @Property(tries = 300)
    void the_tops_roll_up_to_the_whole(@ForAll("forests") List<Account> accounts) {
        Hierarchy<Account> trees = Hierarchy.of(accounts, Account.PARENT);

        Map<Id<Account>, Long> totals = trees.rollUp(FamilyPropertyTest::employees, Long::sum);

        assertThat(trees.tops().stream().mapToLong(top -> totals.get(top.id())).sum())
                .isEqualTo(accounts.stream()
                        .mapToLong(FamilyPropertyTest::employees)
                        .sum());
    }
}
