package dev.clientele.core.interaction;

import dev.clientele.core.text.TextRule;

/**
 * How an interaction took place: one of the constants or a channel of the host's own. Text form: the code.
 *
 * @param code lower-case letters, digits and hyphens, a letter first, at most 40
 */
public record Channel(String code) {

    private static final TextRule CODE = TextRule.slug(40);

    /** Electronic mail. */
    public static final Channel EMAIL = new Channel("email");
    /** A telephone or video call. */
    public static final Channel CALL = new Channel("call");
    /** A planned meeting. */
    public static final Channel MEETING = new Channel("meeting");
    /** A demonstration of a product. */
    public static final Channel DEMO = new Channel("demo");
    /** A visit, in person or to a web site. */
    public static final Channel VISIT = new Channel("visit");
    /** A purchase or order. */
    public static final Channel PURCHASE = new Channel("purchase");
    /** A contact through a campaign. */
    public static final Channel CAMPAIGN_TOUCH = new Channel("campaign-touch");
    /** A case with customer service. */
    public static final Channel SUPPORT_CASE = new Channel("support-case");
    /** An answer to a survey. */
    public static final Channel SURVEY_ANSWER = new Channel("survey-answer");
    /** A note that somebody took. */
    public static final Channel NOTE = new Channel("note");

    /** Checks the form. */
    public Channel {
        code = CODE.check("channel", code);
    }

    /** A channel by its code. */
    public static Channel parse(String code) {
        return new Channel(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
