package cn.gdpilot.domain.calendar;

import cn.gdpilot.domain.text.Edited;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;

/** What a reader makes of one reference list, by round: of the edition that the round keeps, else of the list as it stands now. */
public final class RoundList<T> {

    private static final int MOST_EDITIONS = 100;

    private final Edited<T> present;
    private final Function<String, Optional<String>> edition;
    private final Function<String, T> reader;
    private final Cache<String, T> read =
            Caffeine.newBuilder().maximumSize(MOST_EDITIONS).build();

    RoundList(Edited<T> present, Function<String, Optional<String>> edition, Function<String, T> reader) {
        this.present = present;
        this.edition = edition;
        this.reader = reader;
    }

    /** As the round has it. */
    public T value(String roundId) {
        return edition.apply(roundId).map(text -> read.get(text, reader)).orElseGet(this::now);
    }

    /** As the list stands now, which is what the next round begins with. */
    public T now() {
        return present.value();
    }
}
