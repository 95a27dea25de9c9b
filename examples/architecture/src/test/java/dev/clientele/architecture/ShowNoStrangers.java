package dev.clientele.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses a third-party type, other than those of Joda-Money, ThreeTen-Extra and JSpecify, in what a public class shows. */
final class ShowNoStrangers extends ArchCondition<JavaClass> {

    private static final List<String> WELCOME =
            List.of("java.", "javax.sql.", "org.joda.money.", "org.jspecify.", "org.threeten.extra.");

    private final House house;

    ShowNoStrangers(House house) {
        super("show no third-party type but those of Joda-Money, ThreeTen-Extra and JSpecify");
        this.house = house;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
            return;
        }
        Stream<JavaType> ancestry = Stream.of(
                        type.getSuperclass().stream(), type.getInterfaces().stream(), type.getTypeParameters().stream())
                .flatMap(types -> types);
        report(type, "Class <" + type.getFullName() + ">", ancestry, events);
        for (JavaMember member : type.getMembers()) {
            if (shows(member)) {
                report(member, "Member <" + member.getFullName() + ">", typesOf(member), events);
            }
        }
    }

    private void report(Object owner, String name, Stream<? extends JavaType> types, ConditionEvents events) {
        String strangers = types.flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(shown -> !shown.isPrimitive())
                .map(JavaClass::getFullName)
                .filter(this::isStranger)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!strangers.isEmpty()) {
            events.add(SimpleConditionEvent.violated(owner, name + " shows " + strangers));
        }
    }

    private boolean isStranger(String type) {
        return !type.startsWith(house.root() + ".") && WELCOME.stream().noneMatch(type::startsWith);
    }

    private static Stream<? extends JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getTypeParameters().stream(),
                        unit.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ShowNoStrangers::isVisible).orElse(true);
    }

    private static boolean shows(JavaMember member) {
        var modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }
}
