package dev.clientele.b2b.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.CustomerId;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.value.MoneyTotals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class AccountsTest extends StoredTest {

    AccountsTest(Store store) {
        super(store);
    }

    private Account under(Account parent, String name) {
        return b2b.accounts().add(Account.named(name).withParent(parent));
    }

    @Test
    void everything_about_an_account_comes_back_as_it_was_stored() {
        Account stored = b2b.accounts()
                .add(Account.named("Globex")
                        .with(Account.EXTERNAL_ID, "4711")
                        .with(Account.KIND, AccountKind.CUSTOMER)
                        .with(Account.INDUSTRY, "energy")
                        .with(Account.DOMAIN, "globex.example")
                        .with(Account.EMPLOYEES, 1200L)
                        .with(Account.ANNUAL_REVENUE, usd("98000000.50"))
                        .with(Account.TAGS, Set.of("key", "north"))
                        .with(Account.OWNER, rep("Bo").id())
                        .withContactPoint(ContactPoint.phone("+44 20 7946 0018"))
                        .withAddress(PostalAddress.builder(Country.of("GB"))
                                .line("1 High Street")
                                .city("Leeds")
                                .build()));

        Account read = b2b.accounts().get(stored.id());

        assertThat(read).isEqualTo(stored);
        assertThat(read.customerId()).isEqualTo(CustomerId.account(stored.id().value()));
        assertThat(read.contactPoints()).isEqualTo(stored.contactPoints());
        assertThat(read.addresses()).hasSize(1);
        assertThat(b2b.accounts()
                        .query(Account.COUNTRY.is(Country.of("GB")).and(Account.CITY.isIgnoringCase("LEEDS")))
                        .count())
                .isEqualTo(1);
        assertThat(b2b.accounts().findByExternalId("4711")).contains(stored);
    }

    @Test
    void an_account_in_text_hides_how_to_reach_it() {
        assertThat(Account.named("Globex")
                        .withContactPoint(ContactPoint.email("ana@globex.example"))
                        .toString())
                .contains("Globex")
                .doesNotContain("ana@");
    }

    @Test
    void two_accounts_with_one_external_id_are_a_duplicate() {
        b2b.accounts().add(Account.named("A").with(Account.EXTERNAL_ID, "1"));

        assertThatThrownBy(() -> b2b.accounts().add(Account.named("B").with(Account.EXTERNAL_ID, "1")))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void a_family_is_an_account_and_all_below_it() {
        Account top = account("Top");
        Account left = under(top, "Left");
        Account right = under(top, "Right");
        Account leaf = under(left, "Leaf");
        account("Stranger");

        Hierarchy<Account> family = b2b.accounts().subtree(top.id());

        assertThat(family.records()).containsExactlyInAnyOrder(top, left, right, leaf);
        assertThat(family.subtree(left.id())).containsExactly(left, leaf);
        assertThat(b2b.accounts().ancestors(leaf.id())).containsExactly(left, top);
        assertThat(b2b.accounts().subsidiaries(top.id()).count()).isEqualTo(2);
    }

    @Test
    void figures_roll_up_and_move_with_an_account() {
        Account top = account("Top");
        Account other = account("Other");
        Account leaf = under(top, "Leaf");
        Map<Id<Account>, MoneyTotals> own = Map.of(
                top.id(), MoneyTotals.of(eur("1")),
                leaf.id(), MoneyTotals.of(eur("2"), usd("5")));

        Map<Id<Account>, MoneyTotals> before =
                b2b.accounts().hierarchy().rollUp(own, MoneyTotals.empty(), MoneyTotals::plus);
        b2b.accounts().changeParent(leaf, other);
        Map<Id<Account>, MoneyTotals> after =
                b2b.accounts().hierarchy().rollUp(own, MoneyTotals.empty(), MoneyTotals::plus);

        assertThat(before.get(top.id())).isEqualTo(MoneyTotals.of(eur("3"), usd("5")));
        assertThat(after.get(top.id())).isEqualTo(MoneyTotals.of(eur("1")));
        assertThat(after.get(other.id())).isEqualTo(MoneyTotals.of(eur("2"), usd("5")));
    }

    @Test
    void an_account_can_not_be_put_below_itself() {
        Account top = account("Top");
        Account leaf = under(under(top, "Middle"), "Leaf");

        assertThatThrownBy(() -> b2b.accounts().changeParent(top, leaf))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("parent");
        assertThatThrownBy(() -> b2b.accounts().changeParent(top, top)).isInstanceOf(InvalidException.class);
    }

    @Test
    void an_account_that_others_refer_to_can_not_be_removed() {
        Account top = account("Top");
        under(top, "Leaf");

        assertThatThrownBy(() -> b2b.accounts().remove(top))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("account.parent");
    }

    /** Whoever comes second looks again and is refused: never do both succeed. */
    @Test
    void accounts_that_are_moved_below_each_other_at_the_same_time_never_form_a_circle() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                Account one = account("One " + round);
                Account belowOne = under(one, "Below one " + round);
                Account two = account("Two " + round);
                Account belowTwo = under(two, "Below two " + round);

                List<Future<Boolean>> moves = List.of(
                        threads.submit(() -> succeeds(() -> b2b.accounts().changeParent(one, belowTwo))),
                        threads.submit(() -> succeeds(() -> b2b.accounts().changeParent(two, belowOne))));

                assertThat(moves.get(0).get() ^ moves.get(1).get()).isTrue();
                assertThat(b2b.accounts().ancestors(belowOne.id())).hasSizeLessThan(4);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean succeeds(Runnable move) {
        try {
            move.run();
            return true;
        } catch (InvalidException refused) {
            return false;
        }
    }

    @Test
    void thousands_of_accounts_are_added_at_once() {
        Account top = account("Top");

        b2b.accounts()
                .addAll(IntStream.range(0, 3000)
                        .mapToObj(i -> Account.named("Branch " + i).withParent(top))
                        .toList());

        assertThat(b2b.accounts().subtree(top.id()).records()).hasSize(3001);
    }
}
