package dev.clientele.b2b.partner;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.partner.RegistrationConflict.RegistrationConflictKind;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.TenantId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A stored test of the registrations of two partners, which a manager decides on. */
abstract class RegistrationStoredTest extends StoredTest {

    static final LocalDate TODAY = LocalDate.of(2027, 1, 10);
    static final LocalDate MARCH = LocalDate.of(2027, 3, 31);

    Id<Account> solaria;
    Id<Account> lunaria;
    DealRegistrations manager;

    RegistrationStoredTest(Store store) {
        super(store);
    }

    @BeforeEach
    void enroll() {
        solaria =
                b2b.partners().enroll(account("Solaria"), PartnerType.RESELLER).account();
        lunaria =
                b2b.partners().enroll(account("Lunaria"), PartnerType.REFERRAL).account();
        manager = B2b.in(crm.session(TenantId.of("acme"), Actor.user("mary")))
                .partners()
                .dealRegistrations();
    }

    final DealRegistration submitted(DealRegistration registration) {
        return b2b.partners().dealRegistrations().submit(registration).registration();
    }

    final DealRegistration submitted(Id<Account> partner, String company) {
        return submitted(DealRegistration.of(partner, company));
    }

    final DealRegistration approved(Id<Account> partner, String company) {
        return manager.approve(submitted(partner, company), MARCH, "");
    }

    final List<RegistrationConflictKind> conflicts(DealRegistration registration) {
        return manager.conflicts(registration).stream()
                .map(RegistrationConflict::kind)
                .toList();
    }
}
