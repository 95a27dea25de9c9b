package dev.clientele.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/**
 * A call, construction or method reference whose outcome depends on the machine's clock, default zone, default locale
 * or an unseeded source of chance.
 */
final class Ambient extends DescribedPredicate<JavaAccess<?>> {

    /** Never, whatever the arguments. */
    private static final Set<String> ALWAYS = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.lang.String.formatted",
            "java.lang.System.currentTimeMillis",
            "java.text.MessageFormat.format",
            "java.time.InstantSource.system",
            "java.time.ZoneId.systemDefault",
            "java.time.format.DateTimeFormatter.ofLocalizedDate",
            "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
            "java.time.format.DateTimeFormatter.ofLocalizedTime",
            "java.util.Calendar.getInstance",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.UUID.randomUUID",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.random.RandomGenerator.of");

    /** Only with the arguments that leave the choice to the machine, by their simple type names. */
    private static final Set<String> THESE = Set.of(
            "com.fasterxml.uuid.Generators.timeBasedEpochGenerator()",
            "com.fasterxml.uuid.Generators.timeBasedEpochRandomGenerator()",
            "com.fasterxml.uuid.Generators.timeBasedReorderedGenerator()",
            "com.fasterxml.uuid.Generators.randomBasedGenerator()",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.text.Collator.getInstance()",
            "java.text.DecimalFormat.<init>()",
            "java.text.DecimalFormat.<init>(String)",
            "java.text.DecimalFormatSymbols.<init>()",
            "java.text.DecimalFormatSymbols.getInstance()",
            "java.text.MessageFormat.<init>(String)",
            "java.text.SimpleDateFormat.<init>()",
            "java.text.SimpleDateFormat.<init>(String)",
            "java.time.format.DateTimeFormatter.ofPattern(String)",
            "java.time.format.DateTimeFormatterBuilder.toFormatter()",
            "java.util.Collections.shuffle(List)",
            "java.util.Date.<init>()",
            "java.util.GregorianCalendar.<init>()",
            "java.util.Random.<init>()",
            "java.util.SplittableRandom.<init>()");

    private static final Set<String> FORMATTERS = Set.of(
            "java.lang.String.format",
            "java.io.PrintStream.printf",
            "java.io.PrintStream.format",
            "java.io.PrintWriter.printf",
            "java.io.PrintWriter.format",
            "java.util.Formatter.<init>");

    Ambient() {
        super("it asks the machine for time, zone, locale or chance");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getFullName();
        List<String> types = target.getRawParameterTypes().stream()
                .map(JavaClass::getSimpleName)
                .toList();
        String name = owner + '.' + target.getName();
        return ALWAYS.contains(name)
                || THESE.contains(name + '(' + String.join(",", types) + ')')
                || (FORMATTERS.contains(name) && !types.contains("Locale"))
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || (owner.equals("java.time.Clock") && readsTheSystemClock(target.getName(), types))
                || (owner.startsWith("java.time.") && target.getName().equals("now") && !types.contains("Clock"))
                || (owner.startsWith("java.text.") && target.getName().endsWith("Instance") && types.isEmpty());
    }

    private static boolean readsTheSystemClock(String method, List<String> types) {
        return method.startsWith("system") || (method.startsWith("tick") && !types.contains("Clock"));
    }
}
