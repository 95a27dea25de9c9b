package dev.clientele.core.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The E.164 form of a phone number, by libphonenumber; with {@code ;ext=} and digits if it has an extension. */
final class PhoneKey {
    private static final Pattern KEY = Pattern.compile("\\+[1-9][0-9]{1,16}(;ext=[0-9]{1,20})?");
    private static final String NO_REGION = "ZZ";

    private PhoneKey() {}

    static String of(String number, @Nullable Country region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        PhoneNumber parsed;
        try {
            parsed = numbers.parse(number, region == null ? NO_REGION : region.code());
        } catch (NumberParseException notANumber) {
            throw new InvalidValueException(
                    "phone",
                    ViolationCode.FORM,
                    "must be a number" + in(region) + ", got " + notANumber.getErrorType());
        }
        ValidationResult length = numbers.isPossibleNumberWithReason(parsed);
        if (length != ValidationResult.IS_POSSIBLE) {
            throw new InvalidValueException(
                    "phone", ViolationCode.FORM, "must be a number that is possible" + in(region) + ", got " + length);
        }
        String key = numbers.format(parsed, PhoneNumberFormat.E164);
        return parsed.hasExtension() && !parsed.getExtension().isEmpty() ? key + ";ext=" + parsed.getExtension() : key;
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    private static String in(@Nullable Country region) {
        return region == null ? " that starts with +" : " in " + region;
    }
}
