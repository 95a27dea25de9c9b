package dev.clientele.b2b.revenue.health;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.survey.SurveyQuestion;
import dev.clientele.core.survey.SurveyResponse;
import java.time.Instant;

/** The references of a {@link SurveyResponse} in selling to businesses: the account asked, and the contact who answered. */
public final class AccountSurvey {

    private static final EventTypeBuilder<SurveyResponse> EXTEND = SurveyResponse.TYPE.extend();

    /** The account that was asked; missing if the response is about a record of another type. */
    public static final ReferenceField<SurveyResponse, Account> ACCOUNT =
            EXTEND.reference("account", "account", Trait.INDEXED);
    /** The contact who answered; missing if the survey was anonymous. */
    public static final ReferenceField<SurveyResponse, Contact> CONTACT =
            EXTEND.reference("contact", "contact", Trait.INDEXED);

    /** The declaration: {@link SurveyResponse#TYPE} with these references. */
    public static final EventType<SurveyResponse> TYPE = EXTEND.build();

    private AccountSurvey() {}

    /**
     * Returns an anonymous answer of an account.
     *
     * @throws IllegalArgumentException if it isn't on the question's scale
     */
    public static SurveyResponse response(Id<Account> account, SurveyQuestion question, int answer, Instant at) {
        return SurveyResponse.of(account, question, answer, at).with(ACCOUNT, account);
    }

    /** Returns an answer of an account that a contact gave. */
    public static SurveyResponse response(
            Id<Account> account, Id<Contact> respondent, SurveyQuestion question, int answer, Instant at) {
        return response(account, question, answer, at).withSubject(respondent).with(CONTACT, respondent);
    }
}
