package dev.clientele.core.survey;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;

/**
 * One answer to one question of a survey. {@link Event#withExternalId} names the survey and the answer's number there, so that it
 * counts once however often it is recorded. Immutable and thread-safe.
 *
 * <p>It is about any record, its subject: a person, an account; {@link Event#withSubject} adds the one who answered for it. A module
 * adds typed references by {@link EventType#extend}.
 */
public final class SurveyResponse extends Event<SurveyResponse> {

    private static final EventTypeBuilder<SurveyResponse> DECLARE =
            EventType.define("survey_answer", SurveyResponse::new);

    /** The question. */
    public static final CodedField<SurveyResponse, SurveyQuestion> QUESTION =
            DECLARE.choice("question", SurveyQuestion.class, Trait.REQUIRED);
    /** The answer on the question's scale. */
    public static final OrderedField<SurveyResponse, Long> ANSWER = DECLARE.integer("answer", Trait.REQUIRED);
    /** The comment beside the answer. */
    public static final BodyField<SurveyResponse, String> COMMENT = DECLARE.longText("comment", 10_000, Trait.PERSONAL);

    /** The declaration, to be extended by the references of a module or a host. */
    public static final EventType<SurveyResponse> TYPE = DECLARE.build();

    private SurveyResponse(EventState<SurveyResponse> state) {
        super(state);
    }

    /**
     * Returns an answer about a record.
     *
     * @throws IllegalArgumentException if it isn't on the question's scale
     */
    public static SurveyResponse of(Id<?> subject, SurveyQuestion question, int answer, Instant at) {
        return TYPE.newEvent(at, subject).with(QUESTION, question).with(ANSWER, (long) question.check(answer));
    }

    /** Returns the answer on the question's scale. */
    public int answer() {
        return require(ANSWER).intValue();
    }
}
