package cn.gdpilot.desk.recommendation.handover;

import cn.gdpilot.domain.disc.Disc;
import cn.gdpilot.domain.disc.DiscFile;
import cn.gdpilot.domain.disc.DiscSet;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The enclosures of the mail with an electronic version: lists of the disc's files, and the files as far as the mailbox takes them. */
@Component
class Enclosures {

    private static final Logger LOG = LoggerFactory.getLogger(Enclosures.class);
    private static final long LARGEST_TEXT = 50L * 1024 * 1024;

    private final Disc disc;
    private final FileStore store;
    private final DataSize limit;

    Enclosures(Disc disc, FileStore store, @Value("${pilot.electronic-version.attachments}") DataSize limit) {
        this.disc = disc;
        this.store = store;
        this.limit = limit;
    }

    /** True if the mailbox takes all of it; a file that may not be opened, or is damaged, is not mailed and holds up no hand-over. */
    boolean fit(DiscSet set) {
        if (bytes(set) > limit.toBytes()) {
            return false;
        }
        try {
            disc.check(set.files());
            return true;
        } catch (Refusal notNow) {
            LOG.warn("The materials are not mailed: {}", notNow.getMessage());
            return false;
        }
    }

    /** The enclosures of the letter, with the files themselves if it goes whole. */
    List<Letter.Attachment> of(DiscSet set, boolean whole) {
        List<Letter.Attachment> enclosed = new ArrayList<>(List.of(
                text("electronic.files", String.join("\r\n", set.lines())), text("electronic.index", set.index())));
        if (whole) {
            set.files()
                    .forEach(file -> enclosed.add(
                            new Letter.Attachment(name(file), file.material().sha256())));
        }
        return enclosed;
    }

    private Letter.Attachment text(String name, String content) {
        try {
            byte[] bytes = content.isEmpty() ? new byte[] {'\n'} : content.getBytes(StandardCharsets.UTF_8);
            return new Letter.Attachment(
                    Texts.of(name),
                    store.keep(new ByteArrayInputStream(bytes), LARGEST_TEXT).sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mails know no folders: place of the project, class and name. */
    private static String name(DiscFile file) {
        String[] path = file.path().split("/");
        return "%02d_%s_%s".formatted(file.project(), path[path.length - 2], path[path.length - 1]);
    }

    /** Maximum size of the files of one mail. */
    DataSize limit() {
        return limit;
    }

    /** How many bytes these files have. */
    static long bytes(DiscSet set) {
        return set.files().stream()
                .mapToLong(file -> file.material().sizeBytes())
                .sum();
    }
}
