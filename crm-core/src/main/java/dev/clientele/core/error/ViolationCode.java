package dev.clientele.core.error;

/**
 * The codes of the library's own rules, by which a program tells one {@link Violation} from another; each says which parameters come
 * with it. A host's own rules may use these or any other name.
 */
public final class ViolationCode {

    /** A value is missing that has to be there. */
    public static final String REQUIRED = "required";

    /** The type has no field of this name. */
    public static final String UNKNOWN_FIELD = "unknown_field";

    /** The value hasn't the form of its kind, such as a date that isn't one; {@code form} says what it has to be. */
    public static final String FORM = "form";

    /** A number, day or amount lies outside its range; {@code min} and {@code max} where there is one, {@code got} where it can be told. */
    public static final String RANGE = "range";

    /** Text is longer than it may be, in code points; {@code max} and {@code got}. */
    public static final String TOO_LONG = "too_long";

    /** There are more elements, or more levels, than there may be; {@code max}, and {@code got} where it can be told. */
    public static final String TOO_MANY = "too_many";

    /** Text is blank that must not be. */
    public static final String BLANK = "blank";

    /** Text has a character that it may not have; {@code character} as U+…, {@code index} where it stands. */
    public static final String CHARACTER = "character";

    /** A number has more digits than are kept; {@code max} with {@code where}: {@code before} or {@code after} the point. */
    public static final String DIGITS = "digits";

    /** The same stands twice where everything must differ. */
    public static final String REPEATED = "repeated";

    /** A value doesn't fit another one of the record; {@code other} is that one's field. */
    public static final String ORDER = "order";

    /** An amount is in another currency than it must be; {@code currency} is the right one. */
    public static final String CURRENCY = "currency";

    /** The value stays as it was when the record was made, or since it came into its state. */
    public static final String FIXED = "fixed";

    /** The value follows from others and can't be given by itself; {@code from} tells which. */
    public static final String DERIVED = "derived";

    /** The value is computed by the machine and can't be set by hand. */
    public static final String COMPUTED = "computed";

    /** The record that is referred to isn't there; {@code type} is its type. */
    public static final String NO_SUCH_RECORD = "no_such_record";

    /** Another record refers to this one; {@code by} names its type and field. */
    public static final String REFERRED_TO = "referred_to";

    /** References lead round in a circle. */
    public static final String CIRCLE = "circle";

    /** A page token that is damaged or of another query: it isn't what was handed out before. */
    public static final String DAMAGED = "damaged";

    /** Several records match where one is needed. */
    public static final String AMBIGUOUS = "ambiguous";

    /** Another record has the same value of a unique key, {@code key}, of the type {@code type}. */
    public static final String DUPLICATE = "duplicate";

    /** The access policy doesn't let the actor do this to a record of the type {@code type}. */
    public static final String DENIED = "denied";

    /**
     * A row of a file can't be divided into cells; {@code line} is where it begins, {@code fault} is {@code unclosed_quote} or {@code
     * text_after_quote}.
     */
    public static final String MALFORMED = "malformed";

    /** Any other rule; its reason says which. */
    public static final String RULE = "rule";

    private ViolationCode() {}
}
