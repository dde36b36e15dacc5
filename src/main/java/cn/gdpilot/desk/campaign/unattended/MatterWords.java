package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.desk.campaign.unattended.Matters.Matter;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.pending.AskedApart;
import cn.gdpilot.domain.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people read of a matter: which project or list it is about, what ought to wait for it, and what does. */
@Component
class MatterWords {

    private final ModelNames names;
    private final Units units;
    private final Rounds rounds;
    private final List<AskedApart> asked;

    MatterWords(ModelNames names, Units units, Rounds rounds, List<AskedApart> asked) {
        this.asked = asked;
        this.rounds = rounds;
        this.names = names;
        this.units = units;
    }

    /** The problem and what it is about; the engine's own keys stay out of it. */
    String title(Fault fault, String subject, String expected) {
        boolean engineKey = fault == Fault.LEFT_OVER || fault == Fault.STUCK;
        return Texts.of(
                "unattended.title",
                Texts.of("unattended." + fault),
                engineKey
                        ? named(expected)
                        : askedApart(expected, subject).or(() -> thing(subject)).orElse(subject));
    }

    /** Words of its desk for what is asked by an instance of its own. */
    private Optional<String> askedApart(String expected, String key) {
        return asked.stream()
                .filter(one -> one.process().equals(process(expected)))
                .map(one -> one.words(key))
                .findFirst();
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
            default -> words(process(matter.expected()), matter.found());
        };
    }

    private String leftOver(Matter matter) {
        return matter.found().isEmpty()
                ? named(matter.expected())
                : Texts.of(
                        "unattended.found.LEFT_OVER", named(matter.expected()), Texts.label("state", matter.found()));
    }

    private String named(String keys) {
        return words(process(keys), keys);
    }

    private String words(String process, String keys) {
        return Arrays.stream(keys.split(" "))
                .map(key -> thing(key).orElseGet(() -> names.words(process, key)))
                .collect(Collectors.joining(" "));
    }

    /** A round by its title, a list by its unit's name, what waits for a project in a process by the project's number. */
    private Optional<String> thing(String key) {
        Optional<String> round = round(key);
        int slash = key.indexOf('/');
        if (round.isPresent() || slash < 0) {
            return round;
        }
        String owner = key.substring(0, slash);
        String rest = key.substring(slash + 1);
        if (Arrays.stream(Flow.values()).anyMatch(flow -> flow.key().equals(owner))) {
            return Optional.of(rest);
        }
        return round(owner).flatMap(title -> units.find(rest)).map(unit -> Texts.of("unattended.list", unit.name()));
    }

    /** Its title; empty if it is no round's id. */
    Optional<String> round(String id) {
        return rounds.all().stream()
                .filter(one -> one.id().equals(id))
                .map(Round::title)
                .findFirst();
    }

    /** The process, whose key is the first word; an application's state where none is. */
    static String process(String keys) {
        return keys.split(" ", 2)[0];
    }
}
