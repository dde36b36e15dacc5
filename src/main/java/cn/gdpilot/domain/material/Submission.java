package cn.gdpilot.domain.material;

import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/**
 * An application with its applicant and files, as they are or as they were submitted.
 *
 * @param applicant   who applies
 * @param application what is filled in
 * @param materials   files
 */
public record Submission(Applicant applicant, Application application, List<Material> materials) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Reads what was frozen at submission; what did not exist then is null. */
    public static Submission frozen(String content) {
        try {
            return JSON.readValue(content, Submission.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
