package dev.clientele.b2b.health;

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
 * What somebody at an account answered when asked. {@link Event#from} names the survey and the answer's number there, so that
 * it counts once however often it is recorded. Immutable and thread-safe.
 */
public final class SurveyAnswer extends Event<SurveyAnswer> {

    private static final EventTypeBuilder<SurveyAnswer> DECLARE = EventType.define("survey_answer", SurveyAnswer::new);

    /** Where. */
    public static final ReferenceField<SurveyAnswer, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.REQUIRED, Trait.INDEXED);
    /** Who; missing if the survey was anonymous. */
    public static final ReferenceField<SurveyAnswer, Contact> CONTACT =
            DECLARE.reference("contact", "contact", Trait.INDEXED);
    /** What was asked. */
    public static final CodedField<SurveyAnswer, SurveyQuestion> QUESTION =
            DECLARE.choice("question", SurveyQuestion.class, Trait.REQUIRED);
    /** What was answered. */
    public static final OrderedField<SurveyAnswer, Long> ANSWER = DECLARE.integer("answer", Trait.REQUIRED);
    /** What was said beside it. */
    public static final BodyField<SurveyAnswer, String> COMMENT = DECLARE.note("comment", 10_000, Trait.PERSONAL);

    /** The declaration. */
    public static final EventType<SurveyAnswer> TYPE = DECLARE.build();

    private SurveyAnswer(EventState<SurveyAnswer> state) {
        super(state);
    }

    /**
     * An answer.
     *
     * @throws IllegalArgumentException if it isn't on the question's scale
     */
    public static SurveyAnswer of(Id<Account> account, SurveyQuestion question, int answer, Instant at) {
        return TYPE.at(at, account)
                .with(ACCOUNT, account)
                .with(QUESTION, question)
                .with(ANSWER, (long) question.check(answer));
    }

    /** A copy that says who answered. */
    public SurveyAnswer by(Id<Contact> contact) {
        return about(contact).with(CONTACT, contact);
    }

    /** What was answered. */
    public int answer() {
        return require(ANSWER).intValue();
    }
}
