package dev.clientele.b2b.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.customer.ContactPoint;
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
}
