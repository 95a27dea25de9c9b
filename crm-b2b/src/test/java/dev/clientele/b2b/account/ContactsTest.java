package dev.clientele.b2b.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class ContactsTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    ContactsTest(Store store) {
        super(store);
    }

    private Contact contact(String name) {
        return b2b.contacts().add(Contact.named(name));
    }

    @Test
    void a_contact_is_found_by_the_normalised_form_of_the_preferred_email_address() {
        Contact ana = b2b.contacts()
                .add(Contact.of(PersonName.of("Ana", "Silva"))
                        .withContactPoint(ContactPoint.email("other@globex.example"))
                        .withContactPoint(
                                ContactPoint.email("Ana@Globex.Example").withPrimary(true)));

        assertThat(b2b.contacts().query(Contact.EMAIL.is("ana@globex.example")).first())
                .contains(ana);
        assertThat(ana.name()).isEqualTo(PersonName.of("Ana", "Silva"));
        assertThat(ana.toString()).doesNotContain("Ana", "Silva", "globex");
    }

    @Test
    void an_email_that_is_not_that_of_the_contact_points_is_refused() {
        assertThatThrownBy(() -> b2b.contacts().add(Contact.named("Ana").with(Contact.EMAIL, "ana@globex.example")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("set the contact points instead");
    }

    @Test
    void one_person_is_different_things_at_several_accounts() {
        Account a = account("A");
        Account b = account("B");
        Contact ana = contact("Ana");

        AccountContact finance = b2b.contacts().assign(ana, a, ContactRole.FINANCE);
        AccountContact board = b2b.contacts().assign(ana, b, ContactRole.BOARD_MEMBER);

        assertThat(b2b.contacts().findByContact(ana.id(), TODAY)).containsExactlyInAnyOrder(finance, board);
        assertThat(b2b.contacts().findByAccount(b.id(), TODAY)).containsExactly(board);
    }

    @Test
    void assigning_twice_leaves_one() {
        Account a = account("A");
        Contact ana = contact("Ana");

        AccountContact first = b2b.contacts().assign(ana, a, ContactRole.FINANCE);

        assertThat(b2b.contacts().assign(ana, a, ContactRole.FINANCE)).isEqualTo(first);
        assertThatThrownBy(
                        () -> b2b.contacts().relations().add(AccountContact.of(ana.id(), a.id(), ContactRole.FINANCE)))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void what_has_ended_can_begin_again() {
        Account a = account("A");
        Contact ana = contact("Ana");
        AccountContact first = b2b.contacts().assign(ana, a, ContactRole.FINANCE, LocalDate.of(2020, 1, 1));

        b2b.contacts().end(first, LocalDate.of(2023, 1, 1));
        AccountContact second = b2b.contacts().assign(ana, a, ContactRole.FINANCE, LocalDate.of(2025, 1, 1));

        assertThat(b2b.contacts().findByAccount(a.id(), TODAY)).containsExactly(second);
        assertThat(b2b.contacts().findByAccount(a.id(), LocalDate.of(2022, 12, 31)))
                .hasSize(1);
        assertThat(b2b.contacts().findByAccount(a.id(), LocalDate.of(2023, 1, 1)))
                .isEmpty();
    }

    @Test
    void an_account_has_at_most_one_primary_contact() {
        Account a = account("A");
        Contact ana = contact("Ana");
        Contact bo = contact("Bo");
        b2b.contacts().makePrimary(b2b.contacts().assign(ana, a, ContactRole.FINANCE));

        AccountContact second = b2b.contacts().makePrimary(b2b.contacts().assign(bo, a, ContactRole.EXECUTIVE));

        assertThat(b2b.contacts().findPrimary(a.id(), TODAY)).contains(bo);
        assertThat(b2b.contacts()
                        .relations()
                        .query(AccountContact.PRIMARY.isTrue())
                        .page(10)
                        .items())
                .containsExactly(second);
    }

    @Test
    void an_end_before_the_beginning_is_refused() {
        Account a = account("A");
        AccountContact since = b2b.contacts().assign(contact("Ana"), a, ContactRole.FINANCE, LocalDate.of(2020, 1, 1));

        assertThatThrownBy(() -> b2b.contacts().end(since, LocalDate.of(2020, 1, 1)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("valid_to");
    }

    @Test
    void people_are_known_in_departments_of_an_account() {
        Account a = account("A");
        Contact ana = contact("Ana");
        Contact bob = contact("Bob");
        b2b.contacts().assign(contact("Eve"), a, ContactRole.FINANCE);
        relation(AccountContact.of(ana.id(), a.id(), ContactRole.FINANCE).withDepartment("Finance"));
        relation(AccountContact.of(ana.id(), a.id(), ContactRole.BOARD_MEMBER).withDepartment("Finance"));
        relation(AccountContact.of(bob.id(), a.id(), ContactRole.FINANCE).withDepartment("Finance"));
        relation(AccountContact.of(bob.id(), a.id(), ContactRole.BOARD_MEMBER).withDepartment("Board"));
        relation(AccountContact.of(bob.id(), a.id(), ContactRole.parse("adviser"))
                .withDepartment("Legal")
                .withEnd(TODAY));

        assertThat(b2b.contacts().departments(a.id(), TODAY))
                .containsExactly(Map.entry("Board", 1), Map.entry("Finance", 2));
    }

    private void relation(AccountContact relation) {
        session.repository(AccountContact.TYPE).add(relation);
    }
}
