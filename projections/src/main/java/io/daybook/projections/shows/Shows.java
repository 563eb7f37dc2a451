package io.daybook.projections.shows;

import io.daybook.ledger.OrganiserId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.show.ShowId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for shows, what they sell and their pools of seats. */
public final class Shows {
  private static final String TICKET_TYPES =
      """
      select t.*, p.held, p.sold, p.free
      from read.ticket_types t
      cross join lateral (
        select coalesce(sum(held), 0) as held, coalesce(sum(sold), 0) as sold,
          coalesce(sum(capacity - held - sold), 0) as free
        from read.pools p
        where p.show_id = t.show_id and p.ticket_type_id = t.ticket_type_id
      ) p
      where t.show_id = ? order by t.line
      """;

  private final JdbcClient jdbc;

  /** Reads through {@code jdbc}. */
  public Shows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a show with its types of tickets and their free seats. */
  public Optional<ShowDetailView> find(ShowId show) {
    return jdbc.sql("select * from read.shows where show_id = ?")
        .param(show.value())
        .query(Row.mapper(ShowView::of))
        .optional()
        .map(found -> new ShowDetailView(found, findTicketTypes(show)));
  }

  /** Returns the types of tickets of a show with their free seats; none for an unknown show. */
  public List<TicketTypeView> findTicketTypes(ShowId show) {
    return jdbc.sql(TICKET_TYPES).param(show.value()).query(Row.mapper(TicketTypeView::of)).list();
  }

  /** Returns the shows on sale, the last published first. */
  public Page<ShowView> findPublished(PageRequest request) {
    return PagedQuery.newestFirst("read.shows", "published_position", ShowView::of)
        .where("published_position is not null")
        .page(jdbc, request);
  }

  /** Returns all shows of an organiser, the newest first. */
  public Page<ShowView> findByOrganiser(OrganiserId organiser, PageRequest request) {
    return PagedQuery.newestFirst("read.shows", "created_position", ShowView::of)
        .where("organiser_id = :organiser", "organiser", organiser.value())
        .page(jdbc, request);
  }

  /** Returns a pool. */
  public Optional<PoolView> findPool(PoolId pool) {
    return jdbc.sql("select * from read.pools where pool_id = ?")
        .param(pool.value())
        .query(Row.mapper(PoolView::of))
        .optional();
  }

  /** Returns the pools of a show in the order in which they were opened. */
  public List<PoolView> findPools(ShowId show) {
    return jdbc.sql("select * from read.pools where show_id = ? order by created_position")
        .param(show.value())
        .query(Row.mapper(PoolView::of))
        .list();
  }
}
