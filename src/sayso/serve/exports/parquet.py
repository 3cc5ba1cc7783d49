"""Tables as Parquet: the columns of the CSV tables, typed; what is not known is null."""

from __future__ import annotations

import io

from sayso.serve.exports.columns import Table, cells
from sayso.serve.exports.facts import Facts


def parquet_bytes(table: Table, facts: Facts) -> bytes:
    """One Parquet file. Texts are UTF-8, whole numbers 64 bits, others doubles; what each column holds stands in its metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema([pa.field(c.name, kinds[c.kind], metadata={"says": c.says}) for c in table.columns],
                       metadata={"says": table.says})
    columns = list(zip(*cells(table, facts), strict=True)) or [()] * len(table.columns)
    made = pa.table([pa.array([_clean(x) for x in column], field.type) for column, field in zip(columns, schema, strict=True)],
                    schema=schema)
    out = io.BytesIO()
    pq.write_table(made, out)
    return out.getvalue()


def _clean(value: object) -> object:
    """A file name that is no Unicode reaches us as lone surrogates, which UTF-8 has no way to write."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
