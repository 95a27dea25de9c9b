package dev.clientele.b2b.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.customer.ContactPoint;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class DuplicatesTest extends StoredTest {

    DuplicatesTest(Store store) {
        super(store);
    }

    @Test
    void accounts_of_one_domain_or_of_one_name_but_for_its_legal_form_may_be_the_same() {
        Account globex = b2b.accounts().add(Account.named("Globex").with(Account.DOMAIN, "globex.example"));
        Account sameName = account("The Globex Corp., Inc.");
        Account sameDomain = b2b.accounts().add(Account.named("G. Holding").with(Account.DOMAIN, "globex.example"));
        account("Globex Catering");

        assertThat(b2b.accounts().findDuplicates(globex)).containsExactlyInAnyOrder(sameName, sameDomain);
        assertThat(b2b.accounts().findDuplicates(sameName)).containsExactly(globex);
    }

    @Test
    void contacts_who_are_reached_in_the_same_way_may_be_the_same() {
        Contact ana = b2b.contacts()
                .add(Contact.named("Ana Silva").withContactPoint(ContactPoint.email("Ana@Globex.example")));
        Contact twin = b2b.contacts()
                .add(Contact.named("A. Silva").withContactPoint(ContactPoint.email("ana@globex.example")));
        Contact other = b2b.contacts().add(Contact.named("Ana Silva"));

        assertThat(b2b.contacts().findDuplicates(ana)).containsExactly(twin);
        assertThat(b2b.contacts().findDuplicates(other)).isEmpty();
    }

    @Test
    void the_same_name_is_found_behind_more_than_a_thousand_that_only_share_a_word() {
        b2b.accounts()
                .addAll(IntStream.range(0, 1100)
                        .mapToObj(i -> Account.named("Globex Branch " + i))
                        .toList());
        Account late = account("The Globex Corp.");

        assertThat(b2b.accounts().findSimilar("globex, inc", null)).containsExactly(late);
    }

    @Test
    void more_than_a_thousand_of_one_domain_are_all_found_and_those_of_both_first() {
        b2b.accounts()
                .addAll(IntStream.range(0, 1100)
                        .mapToObj(i -> Account.named("Branch " + i).with(Account.DOMAIN, "globex.example"))
                        .toList());
        Account name = account("Globex Ltd");
        Account both = b2b.accounts().add(Account.named("GLOBEX").with(Account.DOMAIN, "globex.example"));

        List<Account> found = b2b.accounts().findSimilar("Globex", "globex.example");

        assertThat(found).hasSize(1102).startsWith(both).endsWith(name);
    }

    @Test
    void more_than_a_thousand_contacts_that_share_an_address_are_all_found() {
        ContactPoint shared = ContactPoint.email("office@globex.example");
        b2b.contacts()
                .addAll(IntStream.range(0, 1100)
                        .mapToObj(i -> Contact.named("Ana " + i).withContactPoint(shared))
                        .toList());
        Contact own = b2b.contacts().add(Contact.named("Bo").withContactPoint(shared));

        assertThat(b2b.contacts().findDuplicates(own)).hasSize(1100);
    }
}
