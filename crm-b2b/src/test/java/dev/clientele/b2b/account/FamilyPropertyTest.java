package dev.clientele.b2b.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.Hierarchy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

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
                accounts.add(parent < 0 || parent >= i ? account : account.withParent(accounts.get(parent)));
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
            long sum = trees.subtree(account.id()).stream()
                    .mapToLong(FamilyPropertyTest::employees)
                    .sum();
            assertThat(totals.get(account.id())).isEqualTo(sum);
        }
    }

    @Property(tries = 300)
    void the_tops_roll_up_to_the_whole(@ForAll("forests") List<Account> accounts) {
        Hierarchy<Account> trees = Hierarchy.of(accounts, Account.PARENT);

        Map<Id<Account>, Long> totals = trees.rollUp(FamilyPropertyTest::employees, Long::sum);

        assertThat(trees.roots().stream().mapToLong(top -> totals.get(top.id())).sum())
                .isEqualTo(accounts.stream()
                        .mapToLong(FamilyPropertyTest::employees)
                        .sum());
    }

    /** What a subtree takes with it, it brings to where it goes; whatever else there is stays as it was. */
    @Property(tries = 300)
    void re_parenting_moves_exactly_the_sum_of_what_moves(
            @ForAll("forests") List<Account> accounts,
            @ForAll @IntRange(max = 39) int moved,
            @ForAll @IntRange(min = -1, max = 39) int to) {
        Assume.that(moved < accounts.size() && to < accounts.size() && moved != to);
        Hierarchy<Account> before = Hierarchy.of(accounts, Account.PARENT);
        Id<Account> mover = accounts.get(moved).id();
        List<Account> after = new ArrayList<>(accounts);
        after.set(
                moved,
                accounts.get(moved)
                        .with(Account.PARENT, to < 0 ? null : accounts.get(to).id()));

        if (to >= 0 && before.subtree(mover).contains(accounts.get(to))) {
            assertThatThrownBy(() -> Hierarchy.of(after, Account.PARENT)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Hierarchy<Account> hierarchy = Hierarchy.of(after, Account.PARENT);
        Map<Id<Account>, Long> was = before.rollUp(FamilyPropertyTest::employees, Long::sum);
        Map<Id<Account>, Long> is = hierarchy.rollUp(FamilyPropertyTest::employees, Long::sum);

        List<Account> left = before.ancestors(mover);
        List<Account> joined = hierarchy.ancestors(mover);
        for (Account account : accounts) {
            long change = (holds(joined, account) ? was.get(mover) : 0) - (holds(left, account) ? was.get(mover) : 0);
            assertThat(is.get(account.id()) - was.get(account.id())).isEqualTo(change);
        }
    }

    private static boolean holds(List<Account> accounts, Account account) {
        return accounts.stream().anyMatch(each -> each.id().equals(account.id()));
    }
}
