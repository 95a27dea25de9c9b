package dev.clientele.b2b.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.hierarchy.RollUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RollUpPropertyTest {

    /** Trees by the place of each account's parent among those before it; its own place for none. */
    @Provide
    Arbitrary<List<Integer>> parents() {
        return Arbitraries.integers().between(0, 1000).list().ofMinSize(1).ofMaxSize(60);
    }

    private static List<Account> accounts(List<Integer> parents) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            Account account = Account.named("Account").withId(Id.of(new UUID(1, i)));
            int parent = parents.get(i) % (i + 1);
            accounts.add(parent == i ? account : account.withParent(accounts.get(parent)));
        }
        return accounts;
    }

    @Property(tries = 200)
    void what_stands_on_top_adds_up_to_the_sum_of_all(
            @ForAll("parents") List<Integer> parents, @ForAll List<Integer> figures) {
        List<Account> accounts = accounts(parents);
        Hierarchy<Account> hierarchy = Hierarchy.of(accounts, Account.PARENT);
        Map<Id<Account>, Long> own = new HashMap<>();
        for (int i = 0; i < Math.min(figures.size(), accounts.size()); i++) {
            own.put(accounts.get(i).id(), (long) figures.get(i));
        }

        Map<Id<Account>, RollUp<Long>> rolledUp = hierarchy.rollUpWithOwn(own, 0L, Long::sum);

        assertThat(hierarchy.roots().stream()
                        .mapToLong(top -> rolledUp.get(top.id()).total())
                        .sum())
                .isEqualTo(own.values().stream().mapToLong(Long::longValue).sum());
        for (Account account : accounts) {
            assertThat(rolledUp.get(account.id()).total())
                    .isEqualTo(hierarchy.subtree(account.id()).stream()
                            .mapToLong(part -> rolledUp.get(part.id()).own())
                            .sum());
        }
    }
}
