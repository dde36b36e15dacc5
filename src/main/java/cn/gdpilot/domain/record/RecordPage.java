package cn.gdpilot.domain.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The record, for auditors alone: look, check, take away. */
@Controller
@RequestMapping("/audit")
class RecordPage {

    private final RecordReader reader;
    private final RecordCheck check;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    RecordPage(RecordReader reader, RecordCheck check, TransactionTemplate transaction, ObjectMapper json) {
        this.reader = reader;
        this.check = check;
        this.transaction = transaction;
        this.json = json;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean check,
            Model model) {
        model.addAttribute("text", text);
        model.addAttribute(
                "entries", reader.newest(text.strip()).stream().map(Line::of).toList());
        if (check) {
            model.addAttribute("result", this.check.run());
        }
        return "audit";
    }

    /** All lines as JSON, one a line, with the hashes by which they can be checked with the key elsewhere. */
    @Recorded("record.exported")
    @GetMapping("/record.jsonl")
    ResponseEntity<StreamingResponseBody> export() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=record.jsonl")
                .contentType(MediaType.parseMediaType("application/x-ndjson"))
                .body(out -> transaction.executeWithoutResult(status -> write(out)));
    }

    private void write(OutputStream out) {
        try (Stream<RecordEntry> entries = reader.all()) {
            for (RecordEntry entry : (Iterable<RecordEntry>) entries::iterator) {
                out.write((json.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A line as the page shows it.
     *
     * @param at    when
     * @param entry the rest
     */
    record Line(Instant at, RecordEntry entry) {
        static Line of(RecordEntry entry) {
            return new Line(Instant.ofEpochMilli(entry.atMs()), entry);
        }
    }
}
