package dev.clientele.b2b.revenue.health;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;

/**
 * What somebody at an account answered when asked. {@link Event#withExternalId} names the survey and the answer's number there, so that
 * it counts once however often it is recorded. Immutable and thread-safe.
 */
public final class SurveyResponse extends Event<SurveyResponse> {

    private static final EventTypeBuilder<SurveyResponse> DECLARE =
            EventType.define("survey_answer", SurveyResponse::new);

    /** Where. */
    public static final ReferenceField<SurveyResponse, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.REQUIRED, Trait.INDEXED);
    /** Who; missing if the survey was anonymous. */
    public static final ReferenceField<SurveyResponse, Contact> CONTACT =
            DECLARE.reference("contact", "contact", Trait.INDEXED);
    /** What was asked. */
    public static final CodedField<SurveyResponse, SurveyQuestion> QUESTION =
            DECLARE.choice("question", SurveyQuestion.class, Trait.REQUIRED);
    /** What was answered. */
    public static final OrderedField<SurveyResponse, Long> ANSWER = DECLARE.integer("answer", Trait.REQUIRED);
    /** What was said beside it. */
    public static final BodyField<SurveyResponse, String> COMMENT = DECLARE.longText("comment", 10_000, Trait.PERSONAL);

    /** The declaration. */
    public static final EventType<SurveyResponse> TYPE = DECLARE.build();

    private SurveyResponse(EventState<SurveyResponse> state) {
        super(state);
    }

    /**
     * An answer.
     *
     * @throws IllegalArgumentException if it isn't on the question's scale
     */
    public static SurveyResponse of(Id<Account> account, SurveyQuestion question, int answer, Instant at) {
        return TYPE.newEvent(at, account)
                .with(ACCOUNT, account)
                .with(QUESTION, question)
                .with(ANSWER, (long) question.check(answer));
    }

    /** A copy that says who answered. */
    public SurveyResponse withRespondent(Id<Contact> contact) {
        return withSubject(contact).with(CONTACT, contact);
    }

    /** What was answered. */
    public int answer() {
        return require(ANSWER).intValue();
    }
}
