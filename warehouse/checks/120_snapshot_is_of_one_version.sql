-- the snapshot's own row of versions is missing or stands twice
SELECT count(*) AS row_count FROM warehouse_version HAVING count(*) <> 1
