package cn.gdpilot.domain.material;

import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/**
 * What was handed in at one submission, word for word.
 *
 * @param applicant   as registered then
 * @param application as filled in then
 * @param materials   files with their hashes
 */
public record SubmittedVersion(Applicant applicant, Application application, List<Material> materials) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // Versions of years ago stay readable when a fact comes or goes.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** As the frozen text over which receipts are made. */
    public String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a frozen text back. */
    public static SubmittedVersion of(String text) {
        try {
            return JSON.readValue(text, SubmittedVersion.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
