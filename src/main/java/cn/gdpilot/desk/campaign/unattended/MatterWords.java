package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.desk.campaign.unattended.Matters.Matter;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.text.Texts;
import org.springframework.stereotype.Component;

/** What people read of a matter: which project or list it is about, what ought to wait for it, and what does. */
@Component
class MatterWords {

    private final ModelNames names;
    private final Units units;

    MatterWords(ModelNames names, Units units) {
        this.names = names;
        this.units = units;
    }

    /** The problem and what it is about; the engine's own keys stay out of it. */
    String title(Fault fault, String subject, String expected) {
        boolean engineKey = fault == Fault.LEFT_OVER || fault == Fault.STUCK;
        return Texts.of("unattended.title", Texts.of("unattended." + fault), engineKey ? named(expected) : subject);
    }

    /** The thing that ought to wait, or the place where the project ought to be. */
    String expected(Matter matter) {
        return switch (matter.fault()) {
            case LEFT_OVER -> Texts.of("unattended.expected.LEFT_OVER");
            case NO_WAY -> Texts.of("unattended.expected.NO_WAY", named(matter.expected()));
            default -> named(matter.expected());
        };
    }

    /** The thing that waits, or the place where the project is; empty if there is none. */
    String found(Matter matter) {
        return switch (matter.fault()) {
            case LEFT_OVER -> leftOver(matter);
            case NO_WAY ->
                Texts.of(
                        "unattended.found.NO_WAY",
                        units.find(matter.found()).map(Unit::name).orElse(matter.found()));
            default -> names.words(process(matter.expected()), matter.found());
        };
    }

    private String leftOver(Matter matter) {
        return matter.found().isEmpty()
                ? named(matter.expected())
                : Texts.of(
                        "unattended.found.LEFT_OVER", named(matter.expected()), Texts.label("state", matter.found()));
    }

    private String named(String keys) {
        return names.words(process(keys), keys);
    }

    /** The process, whose key is the first word; an application's state where none is. */
    static String process(String keys) {
        return keys.split(" ", 2)[0];
    }
}
