package dev.clientele.b2b.partner;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountKind;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.b2b.deal.pipeline.Opportunities;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conversion of one registration to a deal, within one transaction. */
final class RegistrationConverter {

    private final CrmSession tx;
    private final DealRegistration registration;

    RegistrationConverter(CrmSession tx, DealRegistration registration) {
        this.tx = tx;
        this.registration = registration;
    }

    RegisteredDeal convertToNewDeal(@Nullable Id<Account> existing, Pipeline pipeline, String name) {
        Account account = existing == null ? newAccount() : new Accounts(tx).get(existing);
        Opportunity deal = new Opportunities(tx, List.of())
                .open(
                        Opportunity.of(account, name)
                                .with(Opportunity.AMOUNT, registration.get(DealRegistration.AMOUNT))
                                .with(Opportunity.DESCRIPTION, registration.get(DealRegistration.DESCRIPTION))
                                .with(Opportunity.SOURCED_BY, registration.partner()),
                        pipeline);
        return settled(deal);
    }

    RegisteredDeal convertToExistingDeal(Id<Opportunity> id) {
        Opportunity deal = new Opportunities(tx, List.of()).getForUpdate(id);
        Optional<Id<Account>> account = registration.find(DealRegistration.ACCOUNT);
        if (!deal.isOpen()) {
            throw invalid("must be an open deal, is " + deal.kind());
        } else if (account.isPresent() && !account.equals(deal.find(Opportunity.ACCOUNT))) {
            throw invalid("must be a deal with the account that is registered");
        }
        return settled(new Partners(tx).setSource(deal, registration.partner()));
    }

    private Account newAccount() {
        String domain = registration.get(DealRegistration.DOMAIN);
        return new Accounts(tx)
                .add(Account.named(registration.company())
                        .with(Account.KIND, AccountKind.PROSPECT)
                        .with(Account.DOMAIN, domain == null ? null : domain.toLowerCase(Locale.ROOT)));
    }

    private RegisteredDeal settled(Opportunity deal) {
        new ProspectClaims(tx).release(registration.id());
        DealRegistration converted = tx.repository(DealRegistration.TYPE)
                .save(registration
                        .with(DealRegistration.STATUS, RegistrationStatus.CONVERTED)
                        .with(DealRegistration.ACCOUNT, deal.get(Opportunity.ACCOUNT))
                        .with(DealRegistration.OPPORTUNITY, deal.id()));
        Interaction note = Interaction.of(Channel.NOTE, Direction.INTERNAL, tx.now(), deal.id())
                .withSubject(registration.id())
                .withSubject(registration.partner())
                .with(Interaction.TITLE, "Deal registration converted");
        tx.timeline()
                .record(deal.find(Opportunity.ACCOUNT).map(note::withSubject).orElse(note));
        return new RegisteredDeal(converted, deal);
    }

    private static InvalidException invalid(String reason) {
        return InvalidException.of(DealRegistration.TYPE.name(), DealRegistration.OPPORTUNITY.name(), reason);
    }
}
