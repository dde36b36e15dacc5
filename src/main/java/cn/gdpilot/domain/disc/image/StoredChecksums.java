package cn.gdpilot.domain.disc.image;

import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** CRCs that outlive a restart, so that a broken download goes on where it stopped without reading all again. */
@Repository
class StoredChecksums implements Checksums {

    private static final Logger LOG = LoggerFactory.getLogger(StoredChecksums.class);

    private final JdbcClient jdbc;

    StoredChecksums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OptionalLong known(String sha256) {
        return jdbc.sql("select crc32 from file_crc where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public void learn(String sha256, long crc32) {
        try {
            if (known(sha256).isEmpty()) {
                jdbc.sql("insert into file_crc (sha256, crc32) values (:sha256, :crc32)")
                        .param("sha256", sha256)
                        .param("crc32", crc32)
                        .update();
            }
        } catch (DataAccessException e) {
            LOG.debug("The CRC of {} was not kept: {}", sha256, e.toString());
        }
    }
}
